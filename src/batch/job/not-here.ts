import { Problem } from '../../problem.ts'

/** A part that cannot be done on this machine, and may be on another: it is left to others, and none of its tries is used up. */
export class NotHere extends Problem {
  constructor(reason: string) {
    super('job', reason)
  }
}
