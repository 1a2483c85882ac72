import type { Omission, SourceBlock, SourceDocument, StoryKind } from '../../../agreement/index.ts'
import { own } from '../../../own.ts'
import { LETTERS, partsIn } from './markup-words.ts'

const WORD_OR_SIGN = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu

/** Most pairs of words that are tried for one that the reader joined of several, or cut. */
const MOST_TRIED = 4_000_000

/** The stories that hold the words of a part, by the last step of its relationship; boxes hang on any. */
const storiesOfPart: Record<string, readonly StoryKind[]> = {
  officeDocument: ['body'],
  header: ['headers', 'footers'],
  footer: ['headers', 'footers'],
  footnotes: ['footnotes'],
  endnotes: ['endnotes'],
  comments: ['comments'],
}

/** How often each word is left over. */
type Counts = Map<string, number>

/**
 * What a reader of Word files did not hand over: the words and signs of every part that a relationship reaches, counted
 * here from the markup alone, without those of the reader's stories of that part and of what it left out by a rule. This
 * shares no code with the reader's model, so that a fault of one is seen by the other, and no word that the reader says
 * elsewhere, or of its own making, stands for one that is lost.
 *
 * @param bytes the file, which the reader has found to be within its limits
 * @param document what the reader says of it
 * @returns an entry for each part with words that nobody compares
 */
export function missedWords(
  bytes: Uint8Array,
  document: SourceDocument,
  view: 'accepted' | 'original' = 'accepted',
): Omission[] {
  const { parts, uncounted } = partsIn(bytes, view)
  const signs = new Set(parts.flatMap(({ signs }) => [...signs]))
  const handed = new Map<StoryKind | 'left-out', Counts>()
  const hand = (kind: StoryKind | 'left-out', text: string) => {
    const counts = handed.get(kind) ?? new Map<string, number>()
    handed.set(kind, counts)
    for (const word of tokensOf(text, signs)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  for (const { kind, blocks, lines } of document.stories) {
    for (const text of textOf(blocks)) hand(kind, text)
    if (lines) hand(kind, lines.source)
  }
  for (const { text } of document.leftOut) if (text !== undefined) hand('left-out', text)

  const told = new Set(document.unread.map(({ place }) => place.replace(/^\//, '').toLowerCase()))
  const missed = uncounted
    .filter((part) => !told.has(part.toLowerCase()))
    .map((place): Omission => ({ kind: 'not-read', place }))
  for (const { part, type, texts } of parts) {
    if (told.has(part.toLowerCase())) continue
    const kinds = [...(own(storiesOfPart, type) ?? []), 'boxes', 'left-out'] as const
    const pools = kinds.flatMap((kind) => handed.get(kind) ?? [])
    const lost = withoutParts(
      texts.flatMap((text) => tokensOf(text, signs)).filter((word) => !taken(word, pools)),
      pools,
    )
    if (lost.length > 0)
      missed.push({ kind: 'not-read', place: part, words: lost.length, text: lost.join(' ') })
  }
  return missed
}

/** Takes a word from what was handed over; whether it was there. */
function taken(word: string, pools: readonly Counts[]): boolean {
  for (const counts of pools) {
    const left = counts.get(word) ?? 0
    if (left === 0) continue
    if (left === 1) counts.delete(word)
    else counts.set(word, left - 1)
    return true
  }
  return false
}

/**
 * The words that are neither part of a longer one nor put together of shorter ones that are left of what was handed over:
 * a reader joins words over a deleted paragraph mark, and cuts them where their middle is hidden. Each letter counts once.
 */
function withoutParts(words: readonly string[], pools: readonly Counts[]): string[] {
  const rest = pools.flatMap((counts) => [...counts.keys()])
  if (words.length * rest.length > MOST_TRIED) return [...words]
  const put = (word: string) => {
    if (word === '') return
    rest.push(word)
    pools[0]?.set(word, (pools[0].get(word) ?? 0) + 1)
  }
  const here = (word: string) => pools.some((counts) => counts.has(word))
  return words.filter((word) => {
    if (taken(word, pools)) return false
    const longer = rest.find((other) => other.length > word.length && other.includes(word) && here(other))
    if (longer !== undefined) {
      taken(longer, pools)
      const at = longer.indexOf(word)
      put(longer.slice(0, at))
      put(longer.slice(at + word.length))
      return false
    }
    let left = word
    const used: string[] = []
    for (const other of rest.filter((one) => one.length < word.length && word.includes(one)).sort(byLength)) {
      if (left.includes(other) && here(other)) {
        used.push(other)
        left = left.replace(other, '')
      }
    }
    if (left !== '') return true
    for (const other of used) taken(other, pools)
    return false
  })
}

const byLength = (a: string, b: string) => b.length - a.length

/** Words, and those signs that the file prints with fonts of signs; ² counts as 2, however it is set. */
function tokensOf(text: string, signs: ReadonlySet<string>): string[] {
  const found = text.normalize('NFKD').match(WORD_OR_SIGN) ?? []
  return found.filter((token) => LETTERS.test(token) || signs.has(token))
}

function* textOf(blocks: readonly SourceBlock[]): Generator<string> {
  for (const block of blocks) {
    if (block.type === 'paragraph') yield block.text
    else for (const { cells } of block.rows) for (const cell of cells) yield* textOf(cell.blocks)
  }
}
