import { toString as textOf } from 'mdast-util-to-string'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { printedWords } from './edit-words.ts'
import type { ChosenPosition } from './types.ts'

/** A remark that explains a position in the margin. */
export interface PositionComment {
  /** Id of the position. */
  position: string
  title: string
  /** Paragraphs of plain text. */
  text: string[]
}

/**
 * What the margin says of each position: what we ask for and why. The fallback, the point at which we walk away and
 * what we hold back are for our own side alone.
 *
 * @param internal whether the file stays with us
 */
export function commentsOf(chosen: readonly ChosenPosition[], { internal = false } = {}): PositionComment[] {
  return chosen.map((one) => ({
    position: one.position.id,
    title: one.position.title,
    text: [...toTheOtherSide(one), ...(internal ? toUs(one) : [])],
  }))
}

function toTheOtherSide({ position, level }: ChosenPosition): string[] {
  const ask = position.positions[level]?.ask ?? ''
  return [printedWords(ask), ...plainParagraphs(position.rationale)]
}

function toUs({ position, level, because }: ChosenPosition): string[] {
  const { positions, leverage, giveInReturn, counterArguments, approval } = position
  const others = [
    ['Fallback', 'fallback'],
    ['Walk-away', 'walk_away'],
  ] as const
  return [
    `INTERNAL, privileged. Proposed because: ${because}.`,
    ...others.flatMap(([name, other]) =>
      other === level || !positions[other] ? [] : [`${name}: ${printedWords(positions[other].ask)}`],
    ),
    ...(positions.walk_away?.ifRefused ? [`If refused: ${printedWords(positions.walk_away.ifRefused)}`] : []),
    `Leverage: ${printedWords(leverage)}`,
    `In return: ${printedWords(giveInReturn)}`,
    ...counterArguments.map(({ they, we }) => `They: ${printedWords(they)} We: ${printedWords(we)}`),
    `Approval: ${printedWords(approval)}`,
  ]
}

const reader = unified().use(remarkParse).freeze()

/** The paragraphs of a rationale without their markup. */
function plainParagraphs(markdown: string): string[] {
  return reader
    .parse(markdown)
    .children.flatMap((block) => (block.type === 'list' ? block.children : [block]))
    .map((block) => printedWords(textOf(block)))
    .filter((words) => words !== '')
}
