import { Problem } from '../problem.ts'
import { NotYours } from '../store/index.ts'

/** A problem that only a server has, with its HTTP status. */
export class Refusal extends Problem {
  readonly status: number
  /** After how many seconds it may be tried again. */
  readonly retryAfter: number | undefined

  constructor(status: number, rule: string, reason: string, { retryAfter }: { retryAfter?: number } = {}) {
    super(rule, reason)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** Something in the form is wrong, or what came with it is too much. */
const mendable: ReadonlySet<number> = new Set([400, 413, 422])

/** What whoever sent a form can mend in it, so that it comes back with the reason. */
export function isMendable(error: unknown): error is Problem {
  // What is another's is not mended in a form.
  if (!(error instanceof Problem) || error instanceof NotYours) return false
  return !(error instanceof Refusal) || mendable.has(error.status) || error.rule === 'too-long'
}
