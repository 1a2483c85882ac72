import type { EvidenceWords, Position } from '../../library/index.ts'
import { type Judgement, judgeOf } from '../judge/verdict.ts'
import type { Paper } from '../types.ts'
import { withSides, wordsOfLicensor } from './sides.ts'

/** What is judged of a position: its figures as the matter has them, and what its amounts are in (else USD). */
export type JudgedPosition = Pick<Position, 'id' | 'title' | 'figures' | 'evidence'> & { currency?: string }

/** A judge of positions that reads each cue of the library once. */
export function judgeOfPositions(
  words: EvidenceWords,
): (position: JudgedPosition, paper: Paper) => Judgement {
  const judge = judgeOf(wordsOfLicensor(words))
  return ({ evidence, ...position }, paper) =>
    judge({ ...position, ...(evidence && { evidence: withSides(evidence) }) }, paper, false)
}
