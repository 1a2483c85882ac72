import type { Level } from '../../library/index.ts'
import type { DealRecord } from '../record.ts'
import type { KeptRound } from '../turns.ts'
import type { NewAsk, Point, TurnReading } from '../types.ts'

/** What a return is answered with. */
export interface Answering {
  record: DealRecord
  key: string
  points: readonly Point[]
  /** The round that came back, and its number. */
  round: number
  kept: KeptRound
  reading: TurnReading
  /** Ids of points whose words of theirs a person takes, whatever they are. */
  accept: ReadonlySet<string>
  /** New asks of theirs that are open, and ids of those that a person strikes out or puts back. */
  asks?: readonly NewAsk[]
  refuse?: ReadonlySet<string>
  author: string
  /** ISO 8601 time of our changes. */
  date?: string
}

/** What becomes of one point in an answer. */
export interface PointAnswer {
  point: string
  /** `keep`: nothing is to do; `accept`: their words stand; `counter`: ours are put in their place; `left`: nobody could. */
  does: 'keep' | 'accept' | 'counter' | 'left'
  /** The level of the words that it has now. */
  level: Level | 'other'
  /** Whether words of theirs are taken that the evidence does not find at any level of ours. */
  below: boolean
  because?: string
}
