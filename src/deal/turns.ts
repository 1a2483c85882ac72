import type { Agreement } from '../agreement/index.ts'
import { Problem } from '../problem.ts'
import { type Judging, judged } from './judge.ts'
import { markOf } from './mark.ts'
import { knownChanges } from './read/known-changes.ts'
import { type ReadFile, readLines } from './read/lines.ts'
import { readTurn } from './read/turn.ts'
import { ourNames, toldUnderOurName } from './read/under-our-name.ts'
import { wordlessReturn } from './read/wordless.ts'
import type { DealRecord } from './record.ts'
import type { Mark, Point, TurnReading } from './types.ts'

/** One round as it is kept. */
export interface KeptRound {
  sent: Uint8Array
  marks: Mark[]
  /** What came back: a Word file, or another as an agreement of its words. */
  returned?: Uint8Array | Agreement
}

/** A deal as it is kept. */
export interface KeptDeal {
  record: DealRecord
  key: string
  points: Point[]
  rounds: KeptRound[]
}

/** One round, read. */
export interface ReadRound {
  round: number
  marks: Mark[]
  reading?: TurnReading
}

/**
 * Reads every return of a deal against what was sent before it: the same files, the same answer.
 *
 * @param judging with both, what the evidence of the library says of their words is told
 * @throws Problem where a file of it cannot be read
 */
export function readDealTurns(
  { record, points, rounds }: KeptDeal,
  judging: Partial<Judging> = {},
): ReadRound[] {
  const { matter, library } = judging
  const first = rounds[0]
  const names = ourNames(record, matter, first?.returned === undefined ? [] : readLines(first.sent).hands)
  return rounds.map(({ sent, marks, returned }, at): ReadRound => {
    const round = at + 1
    if (returned === undefined) return { round, marks }
    const read = readReturn(sent, marks, returned, points, round, rounds[at - 1]?.returned)
    const reading = toldUnderOurName(read, names)
    return {
      round,
      marks,
      reading: matter && library ? judged(reading, { matter, library }, marks) : reading,
    }
  })
}

/**
 * Reads one return.
 *
 * @param before what came back in the round before: what is tracked there is none of our changes
 */
export function readReturn(
  sent: Uint8Array,
  marks: readonly Mark[],
  returned: Uint8Array | Agreement,
  points: readonly Point[],
  round: number,
  before?: Uint8Array | Agreement,
): TurnReading {
  const ours = readLines(sent)
  const theirs =
    returned instanceof Uint8Array ? wordReturn(ours, returned, before) : wordlessReturn(ours, returned)
  return readTurn({ round, points, marks, sent: ours, returned: theirs })
}

/** What came back as a Word file: the tracked changes that we sent are known in it. */
function wordReturn(ours: ReadFile, returned: Uint8Array, before?: Uint8Array | Agreement): ReadFile {
  const known = knownChanges(ours.hands)
  if (!(before instanceof Uint8Array)) return readLines(returned, known)
  const old = knownChanges(readLines(before).hands)
  return readLines(returned, known, (revision) => known(revision) && !old(revision))
}

/** @throws Problem where the marks were not made with the key of the deal */
export function requireKey({
  record,
  key,
  rounds,
}: {
  record: Pick<DealRecord, 'deal'>
  key: string
  rounds: readonly Pick<KeptRound, 'marks'>[]
}): void {
  rounds.forEach(({ marks }, at) => {
    const counts = new Map<string, number>()
    for (const { mark, point } of marks) {
      const paragraph = counts.get(point) ?? 0
      counts.set(point, paragraph + 1)
      if (markOf(key, { deal: record.deal, point, round: at + 1, paragraph }) !== mark)
        throw new Problem(
          'key',
          `the marks of round ${at + 1} were not made with this key for the deal ${record.deal}: put back the key and the name that it was opened with`,
        )
    }
  })
}
