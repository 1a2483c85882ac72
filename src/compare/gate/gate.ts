import { matchTokens } from '../words/match.ts'
import { type Change, pairStories, withoutStories } from './beside.ts'
import { withoutContents } from './contents.ts'
import { settleDivided } from './divided.ts'
import { isUnfilled, notOfABlank } from './fill.ts'
import { type Matched, matchWords } from './match.ts'
import { reorder } from './order.ts'
import { type GateSide, type GateStory, gateSide } from './side.ts'
import type { GateFinding, GateOptions, GateReport, GateText, GateVerdict } from './types.ts'
import { unsure } from './unsure.ts'
import type { GateBlock, GateWord } from './words.ts'

/**
 * Answers one question: is a text that is to be signed the text that was agreed. Words are compared to the letter in the
 * order of reading, so that it does not matter how a PDF cuts its paragraphs; blanks of the agreed text (`____`, words
 * in `[…]`, a control that shows what to write there) may be filled, each told; what was not read is told, and never
 * passed.
 *
 * @returns the verdict, what the command ends with, and each thing that was found with its place
 * @example
 * gate(agreed, toSign).verdict // 'blanks'
 */
export function gate(agreed: GateText, toSign: GateText, options: GateOptions = {}): GateReport {
  const alike = agreed.document?.format === 'word' && toSign.document?.format === 'word'
  const ours = gateSide(agreed, { alike, toSign: false })
  const theirs = gateSide(toSign, { alike, toSign: toSign.document?.format === 'word' })
  settleDivided(theirs, ours)
  settleDivided(ours, theirs)
  const found: GateFinding[] = unsure(ours, theirs, options)
  found.push(...withoutContents(ours, theirs))
  const beside = pairStories(ours, theirs)
  const body = bodies(ours, theirs, beside.left)
  for (const matched of beside.matched) found.push(...findingsOf(matched, ours, theirs, false))
  if (body.matched) found.push(...findingsOf(body.matched, ours, theirs, true))
  else found.push(...differences(body.agreed, body.toSign, ours, theirs))
  for (const story of body.left.agreed)
    found.push({ kind: 'words', place: story.name, agreed: story.text, toSign: '' })
  for (const story of body.left.toSign)
    found.push({ kind: 'words', place: story.name, agreed: '', toSign: story.text })
  for (const { word } of body.moved)
    found.push({
      kind: 'order',
      place: ours.placeOf(word),
      agreed: short(ours.blocks[word.block]?.text ?? ''),
      toSign: '',
    })
  const findings = found.sort((one, other) => rank(one) - rank(other))
  const verdict = verdictOf(findings)
  return {
    form: 1,
    verdict,
    status: statuses[verdict],
    agreed: { id: agreed.id, ...(agreed.sha256 !== undefined && { sha256: agreed.sha256 }) },
    toSign: { id: toSign.id, ...(toSign.sha256 !== undefined && { sha256: toSign.sha256 }) },
    findings,
    notes: [...new Set([...ours.document.notes, ...theirs.document.notes])],
  }
}

const statuses = { same: 0, different: 1, typography: 3, order: 4, blanks: 5 } as const

function rank({ kind, reason }: GateFinding): number {
  if (kind === 'blank') return reason === undefined ? 1 : 0
  return { words: 0, beside: 0, unread: 0, order: 2, typography: 3 }[kind]
}

function verdictOf(findings: readonly GateFinding[]): GateVerdict {
  const [first] = findings
  return first ? (['different', 'blanks', 'order', 'typography'] as const)[rank(first)]! : 'same'
}

interface Bodies {
  matched?: Matched
  moved: { word: GateWord }[]
  agreed: GateWord[]
  toSign: GateWord[]
  left: { agreed: GateStory[]; toSign: GateStory[] }
}

/** Holds the bodies against each other: as they are, without what is printed in one and stands beside the other, in another order. */
function bodies(ours: GateSide, theirs: GateSide, left: Bodies['left']): Bodies {
  const plain = { agreed: ours.words, toSign: theirs.words, moved: [] }
  const matched = matchWords(ours.words, theirs.words)
  if (matched) return { ...plain, matched, left }
  const changes = changesOf(ours.words, theirs.words)
  const agreed = withoutStories(ours.words, runs(changes, 'left'), left.toSign)
  const toSign = withoutStories(theirs.words, runs(changes, 'right'), left.agreed)
  const rest: Bodies = {
    moved: [],
    agreed: agreed.words,
    toSign: toSign.words,
    left: { agreed: toSign.left, toSign: agreed.left },
  }
  const again = matchWords(agreed.words, toSign.words)
  if (again) return { ...rest, matched: again }
  const reordered = reorder(blocksOf(ours, agreed.words), blocksOf(theirs, toSign.words))
  if (reordered) return { ...rest, matched: reordered, moved: reordered.moved.map((word) => ({ word })) }
  return rest
}

function blocksOf({ blocks }: GateSide, words: readonly GateWord[]): GateBlock[] {
  const own = new Map<number, GateWord[]>()
  for (const word of words) {
    const list = own.get(word.block)
    if (list) list.push(word)
    else own.set(word.block, [word])
  }
  return [...own].map(([block, list]) => ({ text: blocks[block]!.text, words: list }))
}

function changesOf(left: readonly GateWord[], right: readonly GateWord[]): Change[] {
  const matches = matchTokens(
    left.map(({ key }) => key),
    right.map(({ key }) => key),
  )
  const changes: Change[] = []
  let [at, to] = [0, 0]
  for (const [one, other] of [...matches, [left.length, right.length] as const]) {
    if (one > at || other > to) changes.push({ left: [at, one], right: [to, other] })
    at = one + 1
    to = other + 1
  }
  return changes
}

function runs(changes: readonly Change[], side: 'left' | 'right'): (readonly [number, number])[] {
  return changes.map((change) => change[side]).filter(([from, end]) => end > from)
}

function findingsOf(
  { fills, typography }: Matched,
  ours: GateSide,
  theirs: GateSide,
  inBody: boolean,
): GateFinding[] {
  const text = (words: readonly GateWord[], { blocks }: GateSide) =>
    inBody ? textOf(words, blocks) : joined(words)
  return [
    ...fills
      .filter((fill) => !isUnfilled(fill))
      .map((fill): GateFinding => {
        const written = text(fill.words, theirs)
        const reason = notOfABlank(fill, written)
        return {
          kind: 'blank',
          place: inBody ? ours.placeOf(fill.blank[0]) : '',
          agreed: text(fill.blank, ours),
          toSign: written,
          ...(reason !== undefined && { reason }),
        }
      }),
    ...typography.map(
      ([one, other]): GateFinding => ({
        kind: 'typography',
        place: inBody ? ours.placeOf(one) : '',
        agreed: one.text,
        toSign: other.text,
      }),
    ),
  ]
}

/** Where two bodies differ: each run of other words, blanks that were filled among them. */
function differences(
  agreed: readonly GateWord[],
  toSign: readonly GateWord[],
  ours: GateSide,
  theirs: GateSide,
): GateFinding[] {
  const changes = changesOf(agreed, toSign)
  // What cannot be held against each other is never passed.
  if (changes.length === 0)
    return [
      {
        kind: 'words',
        place: '',
        agreed: '',
        toSign: '',
        reason: 'the words could not be held against each other',
      },
    ]
  return changes.map(({ left: [from, end], right: [start, stop] }): GateFinding => {
    const [gone, come] = [agreed.slice(from, end), toSign.slice(start, stop)]
    const blank = gone.length > 0 && come.length > 0 && gone.every((word) => word.blank !== undefined)
    return {
      kind: blank ? 'blank' : 'words',
      place: ours.placeOf(gone[0] ?? agreed[from - 1] ?? agreed[from]) || theirs.placeOf(come[0]),
      agreed: textOf(gone, ours.blocks),
      toSign: textOf(come, theirs.blocks),
      ...(blank && { reason: 'not all other words are the agreed ones' }),
    }
  })
}

/** Words as they are printed, with what stands between them. */
function textOf(words: readonly GateWord[], blocks: readonly GateBlock[]): string {
  const parts: string[] = []
  for (let at = 0; at < words.length; ) {
    const from = at
    while (at < words.length && words[at]!.block === words[from]!.block) at += 1
    const [first, last] = [words[from]!, words[at - 1]!]
    parts.push((blocks[first.block]?.text ?? '').slice(first.start, last.end).trim() || first.text)
  }
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}

function joined(words: readonly GateWord[]): string {
  return words.map(({ text }) => text).join(' ')
}

function short(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length > 160 ? `${words.slice(0, 159)}…` : words
}
