import type { Gone, Part, Token } from '../tokens/types.ts'
import type { Step } from './types.ts'

/**
 * Steps in which a word that was replaced is cut where the right file itself tracked a part of it: the letters before and
 * after that part stay, so that what was tracked, and nothing else, is a change.
 *
 * @param tracked words that the right file tracked as deleted
 */
export function cutTrackedWords(steps: readonly Step[], tracked: readonly Gone[]): Step[] {
  const gone = new Set(tracked.map(({ words }) => words.trim()))
  const cut: Step[] = []
  let lefts: Token[] = []
  let rights: Token[] = []
  const flush = () => {
    cut.push(...cutChange(lefts, rights, gone))
    lefts = []
    rights = []
  }
  for (const step of steps) {
    // What is deleted and then inserted is one change; what is deleted behind that is another.
    if ((step.left && step.right) || (step.left && rights.length > 0)) flush()
    if (step.left && step.right) cut.push(step)
    else if (step.left) lefts.push(step.left)
    else rights.push(step.right)
  }
  flush()
  return cut
}

/** A change, without the untracked letters that its first words begin with and its last ones end with. */
function cutChange(lefts: readonly Token[], rights: readonly Token[], gone: ReadonlySet<string>): Step[] {
  const [ours, theirs] = [[...lefts], [...rights]]
  const before: Step[] = []
  const after: Step[] = []
  const [from, end] = stays(ours[0], theirs[0], gone)
  if (from > 0 && ours[0]!.text.startsWith(theirs[0]!.text.slice(0, from))) {
    before.push({ left: piece(ours[0]!, 0, from), right: piece(theirs[0]!, 0, from) })
    ours.splice(0, 1, ...piecesFrom(ours[0]!, from))
    theirs.splice(0, 1, ...piecesFrom(theirs[0]!, from))
  }
  const [one, other] = [ours.at(-1), theirs.at(-1)]
  const last =
    lefts.length === 1 && rights.length === 1
      ? end - (before.length > 0 ? from : 0)
      : stays(one, other, gone)[1]
  const tail = other ? other.text.length - last : 0
  if (
    one &&
    other &&
    tail > 0 &&
    isWord(one) &&
    isWord(other) &&
    one.text.endsWith(other.text.slice(-tail))
  ) {
    const cut = one.text.length - tail
    after.push({
      left: piece(one, cut, one.text.length),
      right: piece(other, other.text.length - tail, other.text.length),
    })
    ours.splice(-1, 1, ...piecesUpTo(one, cut))
    theirs.splice(-1, 1, ...piecesUpTo(other, other.text.length - tail))
  }
  return [...before, ...ours.map((left) => ({ left })), ...theirs.map((right) => ({ right })), ...after]
}

function isWord({ kind, key, text }: Token): boolean {
  return kind === 'word' && key === text
}

/** Where the part of a word of the right starts and ends that was tracked: nothing before and behind it was. */
function stays(
  left: Token | undefined,
  right: Token | undefined,
  gone: ReadonlySet<string>,
): [from: number, end: number] {
  const none: [number, number] = [0, right?.text.length ?? 0]
  if (!left || !right || !isWord(left) || !isWord(right)) return none
  const tracked = trackedIn(right)
  if (tracked) return tracked
  const [from, end] = commonEnds(left.text, right.text)
  const middle = left.text.slice(from, left.text.length - (right.text.length - end))
  return end === from && gone.has(middle) ? [from, end] : none
}

function piecesFrom(token: Token, from: number): Token[] {
  return from < token.text.length ? [piece(token, from, token.text.length)] : []
}

function piecesUpTo(token: Token, end: number): Token[] {
  return end > 0 ? [piece(token, 0, end)] : []
}

/** Where the letters of a word start and end that somebody tracked as inserted; none where nobody did, or all are. */
function trackedIn({ parts }: Token): [from: number, end: number] | undefined {
  let at = 0
  let found: [number, number] | undefined
  for (const { from, to, by } of parts) {
    if (by) found = [found?.[0] ?? at, at + to - from]
    at += to - from
  }
  return found
}

/** What stands between the letters that two words start and end with. */
function commonEnds(left: string, right: string): [from: number, end: number] {
  const most = Math.min(left.length, right.length)
  let from = 0
  while (from < most && left[from] === right[from]) from += 1
  let tail = 0
  while (tail < most - from && left.at(-1 - tail) === right.at(-1 - tail)) tail += 1
  return [from, right.length - tail]
}

function piece(token: Token, from: number, end: number): Token {
  const parts: Part[] = []
  let at = 0
  for (const part of token.parts) {
    const length = part.to - part.from
    const [start, stop] = [Math.max(from - at, 0), Math.min(end - at, length)]
    if (stop > start) parts.push({ ...part, from: part.from + start, to: part.from + stop })
    at += length
  }
  const text = token.text.slice(from, end)
  return { ...token, key: text, text, parts }
}
