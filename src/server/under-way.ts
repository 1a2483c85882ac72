import { randomBytes } from 'node:crypto'
import { Problem } from '../problem.ts'
import { boundedCache } from './cache.ts'
import { Refusal } from './refusal.ts'
import type { Step, Tell } from './work/step.ts'

/** What a form was sent with, so that it can come back with everything in it. */
export interface SentForm {
  /** By the name of the field; several of check boxes. */
  fields: Record<string, string[]>
  /** Names of the files, which no browser puts back into a page that a server sends. */
  files: string[]
}

/** Work that may outlast a request: its page says at what step it is, and can call it off. */
export interface Work {
  id: string
  /** What is done, as a heading: `Reviewing their-terms.docx`. */
  title: string
  /** Where one begins again: `/review`. */
  back: string
  /** For whom alone it is done, where people are told apart. */
  whose?: string | undefined
  /** The form that it was begun with: `back` brings it back where this came to nothing. */
  sent?: SentForm
  step: Step
  state: 'under way' | 'done' | 'failed' | 'cancelled'
  /** The address of what it came to. */
  to?: string
  /** What went wrong, in one sentence. */
  failure?: string
  /** What was thrown. */
  error?: unknown
  /** Ended, however it did. */
  settled: Promise<void>
}

/** Works with what tells its steps, and with the signal that ends it, up to the address of what it came to. */
export type Doing = (client: { tell: Tell; gone: AbortSignal }) => Promise<string>

/** What is under way on a server, and what was a while ago. */
export interface UnderWay {
  begin(what: Pick<Work, 'title' | 'back' | 'sent' | 'whose'>, run: Doing): Work
  /** @param whose who asks, where people are told apart: another's work is not there for him */
  find(id: string, whose?: string): Work | undefined
  /**
   * Waits a moment for work that is mostly short.
   *
   * @param gone aborted where nobody waits any more: the work is called off
   * @returns the address to go on to: what it came to, or the page of its steps
   * @throws what the work threw, where that was soon
   */
  soon(work: Work, gone: AbortSignal | undefined): Promise<string>
  /** Ends it: its thread is stopped, or its turn never comes. What has ended stays as it is. */
  cancel(id: string): void
}

/** Works that are remembered; each is some words. */
const mostKept = 500

/** @param soon how long a request waits for work, in milliseconds */
export function openUnderWay(soon: number): UnderWay {
  const kept = boundedCache<{ work: Work; stop: AbortController }>(mostKept)
  return {
    begin({ title, back, sent, whose }, run) {
      const stop = new AbortController()
      const begun: Omit<Work, 'settled'> = {
        id: randomBytes(16).toString('hex'),
        title,
        back,
        whose,
        ...(sent && { sent }),
        step: { what: 'Beginning' },
        state: 'under way',
      }
      const tell: Tell = (step) => {
        if (begun.state === 'under way') begun.step = step
      }
      stop.signal.addEventListener('abort', () => {
        if (begun.state === 'under way') begun.state = 'cancelled'
      })
      const work: Work = Object.assign(begun, {
        settled: run({ tell, gone: stop.signal }).then(
          (to) => {
            if (begun.state === 'under way') Object.assign(begun, { state: 'done', to })
          },
          (error: unknown) => {
            if (begun.state === 'under way')
              Object.assign(begun, { state: 'failed', error, failure: sentenceOf(error) })
          },
        ),
      })
      kept.set(work.id, { work, stop }, 1)
      return work
    },
    find(id, whose) {
      const work = kept.get(id)?.work
      return work?.whose === whose ? work : undefined
    },
    cancel: (id) => kept.get(id)?.stop.abort(),
    async soon(work, gone) {
      const leave = () => kept.get(work.id)?.stop.abort()
      if (gone?.aborted) leave()
      gone?.addEventListener('abort', leave, { once: true })
      await endedWithin(work, soon)
      gone?.removeEventListener('abort', leave)
      if (work.state === 'failed') throw work.error
      if (work.state === 'cancelled') throw new Refusal(499, 'gone', 'nobody waits for this any more')
      return work.to ?? `/work/${work.id}`
    },
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Problem
    ? error.toString()
    : 'something went wrong on our side; it is not your doing'
}

/** @returns once the work has ended, at most after so many milliseconds */
async function endedWithin(work: Work, milliseconds: number): Promise<void> {
  if (!Number.isFinite(milliseconds)) return work.settled
  let timer: NodeJS.Timeout | undefined
  const later = new Promise<void>((done) => {
    timer = setTimeout(done, milliseconds)
  })
  await Promise.race([work.settled, later])
  clearTimeout(timer)
}
