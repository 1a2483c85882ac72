import { Problem } from '../problem.ts'

/** A problem that only a server has, with its HTTP status. */
export class Refusal extends Problem {
  readonly status: number

  constructor(status: number, rule: string, reason: string) {
    super(rule, reason)
    this.status = status
  }
}
