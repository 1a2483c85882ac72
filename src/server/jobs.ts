import { randomBytes } from 'node:crypto'

/** Work that outlasts a request, such as fetching: the page asks how far it is. */
export interface Job<R> {
  id: string
  total: number
  results: R[]
  ended: boolean
  /** What went wrong, in one sentence. */
  failure?: string
}

/** The jobs of a server, the last ones that were begun. */
export interface Jobs<R> {
  /** @param run tells each result as it comes */
  begin(total: number, run: (tell: (result: R) => void) => Promise<unknown>): Job<R>
  find(id: string): Job<R> | undefined
}

const mostKept = 20

export function openJobs<R>(): Jobs<R> {
  const kept = new Map<string, Job<R>>()
  return {
    begin(total, run) {
      const job: Job<R> = { id: randomBytes(8).toString('hex'), total, results: [], ended: false }
      kept.set(job.id, job)
      for (const id of kept.keys()) {
        if (kept.size <= mostKept) break
        kept.delete(id)
      }
      run((result) => job.results.push(result))
        .catch(() => {
          job.failure = 'it could not be ended: something went wrong on our side'
        })
        .finally(() => {
          job.ended = true
        })
      return job
    },
    find: (id) => kept.get(id),
  }
}
