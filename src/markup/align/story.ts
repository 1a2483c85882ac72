import type { Block, ParagraphBlock, Token } from '../tokens/types.ts'
import { alignBlocks, sameWrappers } from './blocks.ts'
import { type Group, type Step, unfolded } from './types.ts'
import { stepsBetween } from './words.ts'

/** The steps from one container to another: a body, a note, a cell. */
export function alignStory(left: readonly Block[], right: readonly Block[]): Step[] {
  const steps = alignBlocks(left, right).flatMap(stepsOf)
  return partLinks(settleFields(endTogether(steps)))
}

function stepsOf({ left, right }: Group): Step[] {
  const [one, other] = [left[0], right[0]]
  if (left.length === 1 && right.length === 1 && isPlain(one) && isPlain(other) && one.key === other.key)
    return [{ left: one.end, right: other.end, whole: true }]
  const [ours, theirs] = [left.flatMap(ownTokens), right.flatMap(ownTokens)]
  if (left.length === 0 || right.length === 0)
    return [...ours.map((token) => ({ left: token })), ...theirs.map((token) => ({ right: token }))]
  if (left[0]!.type === 'table') return [{ left: ours[0]!, right: theirs[0]! }]
  if (left.length === 1 && right.length === 1 && left[0]!.key === right[0]!.key)
    return ours.map((token, at) => ({ left: token, right: theirs[at]! }))
  return stepsBetween(ours, theirs)
}

function isPlain(block: Block | undefined): block is ParagraphBlock {
  return block?.type === 'paragraph' && block.isPlain
}

function ownTokens(block: Block): Token[] {
  return block.type === 'table' ? [block.token] : block.tokens
}

/**
 * The last end of a container can be neither inserted nor deleted, as Word sees it: where paragraphs come or go at the
 * end, it is the ends before them that do.
 */
function endTogether(steps: readonly Step[]): Step[] {
  const settled = [...steps]
  let last = settled.length - 1
  while (last >= 0 && !(settled[last]!.left && settled[last]!.right && isEnd(settled[last]!))) {
    if ((settled[last]!.left ?? settled[last]!.right)!.kind === 'table') return settled
    last -= 1
  }
  if (last === settled.length - 1) return settled
  const rest = settled.slice(last + 1)
  const lastEnd = (side: 'left' | 'right') => rest.findLastIndex((step) => isEnd(step) && step[side])
  const [gone, come] = [lastEnd('left'), lastEnd('right')]
  if (gone >= 0 && come >= 0) {
    const pair: Step = { left: rest[gone]!.left!, right: rest[come]!.right! }
    const others = rest.filter((_, at) => at !== gone && at !== come)
    return [...settled.slice(0, last + 1), ...besideLast(others, pair.right.block!), pair]
  }
  const before = settled[last]
  if (!before?.left || !before.right) return settled
  const side = gone >= 0 ? 'left' : 'right'
  const at = Math.max(gone, come)
  if (at < 0 || !sameWrappers(before.right.block!, (rest[at]!.right ?? before.right).block!)) return settled
  const ended: Step =
    side === 'left'
      ? { left: rest[at]!.left!, right: before.right }
      : { left: before.left, right: rest[at]!.right! }
  settled[last + 1 + at] = ended
  // The end alone comes or goes: the words before it stay.
  const alone: Step = side === 'left' ? { left: before.left } : { right: before.right }
  settled.splice(last, 1, ...unfolded(before).slice(0, -1), alone)
  return settled
}

/**
 * What goes at the end stands in the last paragraph, where those that come before it stand in other content controls; a
 * text box too, which would hang on a paragraph that is not there once its end is rejected.
 */
function besideLast(steps: readonly Step[], last: Block): Step[] {
  const comes = steps.filter(({ right }) => right?.kind === 'end')
  const boxes = steps.some(({ left, right }) => !right && left.key.startsWith('box '))
  if (!boxes && comes.every(({ right }) => sameWrappers(right!.block!, last))) return [...steps]
  const before = steps.filter(({ right }) => right && right.block !== last)
  const own = steps.filter(({ right }) => right?.block === last)
  return [...before, ...steps.filter(({ right }) => !right), ...own]
}

function isEnd({ left, right }: Step): boolean {
  return (left ?? right)!.kind === 'end'
}

/** A field stays whole or goes whole: its start never without its end. */
function settleFields(steps: readonly Step[]): Step[] {
  const answers = new Map<Token, Token>()
  for (const { left, right } of steps) if (left?.field && right) answers.set(left, right)
  if (answers.size === 0 && !steps.some(({ left, right }) => left && right?.field)) return [...steps]
  return steps.flatMap((step): Step[] => {
    const { left, right } = step
    if (!left || !right || (!left.field && !right.field)) return [step]
    const whole =
      left.field &&
      right.field &&
      answers.get(left.field.head) === right.field.head &&
      (left.field.tail ? answers.get(left.field.tail) === right.field.tail : !right.field.tail)
    return whole ? [step] : [{ left }, { right }]
  })
}

/** Where a paragraph's end is deleted inside a link or content control, that is replaced whole: it cannot be cut in two. */
function partLinks(steps: readonly Step[]): Step[] {
  const cut = new Set<unknown>()
  let before: Token | undefined
  let ends = false
  for (const { left, right } of steps) {
    if (!right) {
      if (left.kind === 'end') ends = true
      continue
    }
    if (ends && before) {
      const inner = new Set(before.parts.at(-1)?.wrappers)
      for (const wrapper of right.parts[0]?.wrappers ?? []) if (inner.has(wrapper)) cut.add(wrapper)
    }
    ends = false
    before = right
  }
  if (cut.size === 0) return [...steps]
  const isCut = ({ right }: Step) =>
    right?.parts.some(({ wrappers }) => wrappers.some((wrapper) => cut.has(wrapper))) ?? false
  const parted: Step[] = []
  let held: Token[] = []
  for (const step of steps) {
    if (isCut(step)) {
      if (step.left) parted.push({ left: step.left })
      held.push(step.right!)
    } else if (step.right) {
      parted.push(...held.map((right) => ({ right })), step)
      held = []
    } else parted.push(step)
  }
  return [...parted, ...held.map((right) => ({ right }))]
}
