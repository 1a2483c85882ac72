import { isOwnAddress, type SourceBlock } from '../../../agreement/index.ts'
import type { PdfPage } from './types.ts'

/**
 * Where the links of a page lead, a paragraph each, but for those whose words are their address. A link that covers
 * several lines is several parts of a page with one target.
 */
export function linksOn({ links, items }: PdfPage): SourceBlock[] {
  const together: { target: string; words: string }[] = []
  for (const { area, target } of links) {
    const words = wordsUnder(items, area)
    const last = together.at(-1)
    if (last?.target === target) last.words = `${last.words} ${words}`.trim()
    else together.push({ target, words })
  }
  return together
    .filter(({ words, target }) => !isOwnAddress(words.replaceAll(' ', '').replace(/[.,;:)]+$/, ''), target))
    .map(({ words, target }) => ({
      type: 'paragraph',
      text: `${words === '' ? '[picture]' : words}: ${target}`,
    }))
}

/** The words whose middle stands in an area; of a run of words that reaches beyond it, its share. */
function wordsUnder(
  items: PdfPage['items'],
  [left, foot, right, top]: readonly [number, number, number, number],
): string {
  const words = items.flatMap(({ text, x, y, width, size }) => {
    const middle = y + size * 0.3
    if (middle < foot || middle > top || x + width <= left || x >= right) return []
    const sign = width / Math.max(1, text.length)
    const from = Math.max(0, Math.round((left - x) / Math.max(sign, 0.01)))
    const to = Math.min(text.length, Math.round((right - x) / Math.max(sign, 0.01)))
    return [wholeWords(text, from, to)]
  })
  return words.join(' ').replace(/\s+/g, ' ').trim()
}

/** A stretch of text with the words that it cuts, where it has the larger part of them. */
function wholeWords(text: string, from: number, to: number): string {
  const words = [...text.matchAll(/\S+/g)].filter(({ 0: word, index }) => {
    const within = Math.min(to, index + word.length) - Math.max(from, index)
    return within * 2 > word.length
  })
  return words.map(([word]) => word).join(' ')
}
