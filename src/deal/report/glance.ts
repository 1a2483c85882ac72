import type { DealRecord } from '../record.ts'

/** A deal in a list. */
export interface DealGlance {
  vendor?: string
  rounds: number
  /** The last day on which something was sent or came back. */
  on: string
  /** Whether the last round has come back. */
  back: boolean
}

export function dealGlance({ vendor, rounds }: DealRecord): DealGlance {
  const last = rounds.at(-1)!
  return {
    ...(vendor !== undefined && { vendor }),
    rounds: rounds.length,
    on: last.returned?.on ?? last.sent.on,
    back: last.returned !== undefined,
  }
}
