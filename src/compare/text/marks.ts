import type { SourceBlock, SourceDocument, SourceMark } from '../../agreement/index.ts'
import type { SidedOmission } from '../types.ts'
import { alone } from './alone.ts'

/**
 * What two texts have otherwise about the same words: a note's mark at another place, another value that a control keeps.
 * It is not compared as words are, so nothing may be said to be the same. Nothing where one side does not tell of it.
 */
export function unlikeMarks(left?: SourceDocument, right?: SourceDocument): SidedOmission[] {
  if (!left?.marks || !right?.marks || left.marks.length + right.marks.length === 0) return []
  return [
    ...unlike(left.marks, right.marks, storyWords(right)).map((mark) => told(mark, 'left')),
    ...unlike(right.marks, left.marks, storyWords(left)).map((mark) => told(mark, 'right')),
  ]
}

/** The marks of one side that stand at words which both have, and that the other side has not. */
function unlike(own: readonly SourceMark[], others: readonly SourceMark[], there: Set<string>): SourceMark[] {
  const belonging = new Set(others.map(({ kind, of }) => JSON.stringify([kind, of])))
  return alone(own, others, keyOf).filter(
    ({ kind, within, of }) =>
      there.has(within) && (of === undefined || belonging.has(JSON.stringify([kind, of]))),
  )
}

const keyOf = ({ kind, within, of, at }: SourceMark) => JSON.stringify([kind, within, of, at])

const told = ({ kind, place }: SourceMark, side: 'left' | 'right'): SidedOmission => ({ kind, place, side })

function storyWords({ stories }: SourceDocument): Set<string> {
  const words = new Set<string>([''])
  const visit = (block: SourceBlock): void => {
    if (block.type === 'paragraph') words.add(block.text)
    else for (const { cells } of block.rows) for (const { blocks } of cells) blocks.forEach(visit)
  }
  for (const { blocks } of stories) blocks.forEach(visit)
  return words
}
