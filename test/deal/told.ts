import type { Outcome, TurnReading } from '../../src/deal/types.ts'
import type { Act, Done } from './counterparty.ts'

/** What must be told of each act. */
const told: Record<Act, { outcome: Outcome; manner?: 'tracked' | 'silent' }> = {
  accept: { outcome: 'accepted' },
  comment: { outcome: 'not answered' },
  change: { outcome: 'changed to something else', manner: 'tracked' },
  'change silently': { outcome: 'changed to something else', manner: 'silent' },
  fallback: { outcome: 'changed to our fallback', manner: 'tracked' },
  refuse: { outcome: 'refused', manner: 'tracked' },
  'refuse silently': { outcome: 'refused', manner: 'silent' },
  'reject silently': { outcome: 'refused', manner: 'silent' },
  move: { outcome: 'moved', manner: 'tracked' },
  'move silently': { outcome: 'moved', manner: 'silent' },
}

/** What was told, in the form of what must be. */
export function toldOf({ points: read, asks }: TurnReading) {
  return {
    points: Object.fromEntries(
      read.map(({ point, outcome, manner }) => [point, { outcome, ...(manner && { manner }) }]),
    ),
    asks: asks.map(({ kind, after, manner }) => `${kind} ${manner}: ${after}`).sort(),
  }
}

/** The same of what was done. */
export function mustBe({ acts, added }: Done) {
  return {
    points: Object.fromEntries([...acts].map(([point, act]) => [point, told[act]])),
    asks: added.map(({ words, tracked }) => `added ${tracked ? 'tracked' : 'silent'}: ${words}`).sort(),
  }
}
