import type { Omission, SourceDocument } from '../../../agreement/index.ts'
import { beginning } from '../beginning.ts'
import { linesOf } from '../block-lines.ts'

/** Words of a paragraph that stand together, of which it is looked whether they stand so in what was read. */
const TOGETHER = 4
/** Most signs that are looked through; what is not found until then is told as lost. */
const MOST_LOOKED_THROUGH = 3_000_000_000

/**
 * The paragraphs of a file that what another program made of it does not have: none of them is compared, so they are
 * named. A paragraph is there where its letters and digits stand anywhere in what was read, or most of its words, four by
 * four; what was left out by a rule is not missed.
 *
 * @param paragraphs of the file, read apart from that program
 */
export function lostWords(paragraphs: readonly string[], document: SourceDocument): Omission[] {
  const isRead = lookup(signs(document.stories.flatMap(({ blocks }) => linesOf(blocks)).join(' ')))
  const lost = paragraphs.flatMap((paragraph) => {
    const words = (paragraph.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => signs(word) !== '')
    const missing = missingOf(words, isRead)
    return missing === 0
      ? []
      : [{ words: missing, place: `“${beginning(paragraph.replace(/\s+/g, ' ').trim())}”` }]
  })
  const omitted = document.leftOut.reduce((sum, { words = 0 }) => sum + words, 0)
  if (lost.reduce((sum, { words }) => sum + words, 0) <= omitted) return []
  return lost.map(({ words, place }) => ({ kind: 'lost-in-conversion', place, words }))
}

/** Whether something stands in a text, near where the last one stood at first: a file is mostly read in its order. */
function lookup(text: string): (part: string) => boolean {
  let last = 0
  let left = MOST_LOOKED_THROUGH
  return (part) => {
    if (left <= 0) return false
    let found = text.indexOf(part, last)
    left -= found < 0 ? text.length - last : found - last
    if (found < 0) {
      found = text.indexOf(part)
      left -= found < 0 ? text.length : found
    }
    if (found >= 0) last = found
    return found >= 0
  }
}

function missingOf(words: readonly string[], isRead: (part: string) => boolean): number {
  if (words.length === 0 || isRead(signs(words.join('')))) return 0
  const nowhere = words.filter((word) => !isRead(signs(word))).length
  const covered = new Set<number>()
  const runs = words.length - TOGETHER + 1
  let there = 0
  for (let at = 0; at < runs; at += 1) {
    if (!isRead(signs(words.slice(at, at + TOGETHER).join('')))) continue
    there += 1
    for (let word = at; word < at + TOGETHER; word += 1) covered.add(word)
  }
  return runs < 1 || there * 2 < runs ? words.length - covered.size : nowhere
}

/** Letters and digits alone, however they are set. */
function signs(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
