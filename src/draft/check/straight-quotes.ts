import type { DraftMessage } from '../types.ts'
import type { Passage } from './passages.ts'

/** Straight quotation marks in our own words; a value keeps what the matter gives. */
export function straightQuotes({ words }: Passage): DraftMessage[] {
  const at = words.search(/["']/)
  if (at < 0) return []
  const about = words.slice(Math.max(0, at - 20), at + 20)
  return [{ rule: 'straight-quote', reason: `a straight quotation mark in “${about}”`, about }]
}
