import { Refusal } from '../refusal.ts'

/** Whose turn it is: many wait, few work, and nobody's many hold up another's one. */
export interface Turns {
  /**
   * Waits for a turn and then works.
   *
   * @param gone aborted where nobody waits for it any more: what has not begun never does
   * @throws Refusal 503 where too much waits already
   */
  take<T>(client: string, gone: AbortSignal | undefined, work: () => Promise<T>): Promise<T>
}

export interface TurnLimits {
  /** Tasks that run at the same time: in all, and of one client. */
  atOnce: number
  ofOneAtOnce: number
  /** Tasks that wait. */
  waiting: { ofOne: number; ofAll: number }
}

interface Waiting {
  client: string
  begin: () => void
}

export function openTurns({ atOnce, ofOneAtOnce, waiting: most }: TurnLimits): Turns {
  const waiting: Waiting[] = []
  const running = new Map<string, number>()
  const runningOf = (client: string) => running.get(client) ?? 0
  const count = () => [...running.values()].reduce((sum, one) => sum + one, 0)

  /** Of those who may, the one whose client has least under way; then who came first. */
  function next(): void {
    while (count() < atOnce) {
      const chosen = waiting
        .filter(({ client }) => runningOf(client) < ofOneAtOnce)
        .reduce<Waiting | undefined>(
          (best, one) => (best && runningOf(best.client) <= runningOf(one.client) ? best : one),
          undefined,
        )
      if (!chosen) return
      waiting.splice(waiting.indexOf(chosen), 1)
      running.set(chosen.client, runningOf(chosen.client) + 1)
      chosen.begin()
    }
  }

  function done(client: string): void {
    const left = runningOf(client) - 1
    if (left > 0) running.set(client, left)
    else running.delete(client)
    next()
  }

  return {
    async take(client, gone, work) {
      const ofOne = waiting.filter((one) => one.client === client).length
      if (ofOne >= most.ofOne || waiting.length >= most.ofAll) {
        throw new Refusal(503, 'busy', 'too much is under way: try again in some seconds', { retryAfter: 10 })
      }
      await new Promise<void>((begin, refuse) => {
        const one = { client, begin }
        const leave = () => {
          const at = waiting.indexOf(one)
          if (at === -1) return
          waiting.splice(at, 1)
          refuse(new Refusal(499, 'gone', 'nobody waits for this any more'))
        }
        if (gone?.aborted) return refuse(new Refusal(499, 'gone', 'nobody waits for this any more'))
        gone?.addEventListener('abort', leave, { once: true })
        waiting.push(one)
        next()
      })
      try {
        return await work()
      } finally {
        done(client)
      }
    },
  }
}
