import type { SourceMark } from '../../../agreement/index.ts'
import type { Lists, ViewedParagraph } from '../../../ooxml/index.ts'
import { readWords } from './piece-words.ts'

/** Signs of a list that say something: yes or no. */
const SAYING = /[✓✔☑✗✘☒☐❌✅□■]/u

/**
 * The words of a paragraph's label that are words and no number: all of a label that counts nothing (`NOTE:`). Undefined
 * for every other.
 */
export function wordsOfLabel(
  { label, properties: { list } }: ViewedParagraph,
  lists: Lists,
): string | undefined {
  const text = list && lists.get(list.id)?.levels[list.level]?.text
  if (text === undefined || /%[1-9]/.test(text) || !/\p{L}{2}/u.test(label)) return undefined
  return label.trim()
}

/** What a label says beside its number (`Law of Delaware %1`), or the sign of a list that says yes or no. */
export function labelMark(paragraph: ViewedParagraph, lists: Lists): SourceMark | undefined {
  const { label, properties } = paragraph
  if (label === '' || !properties.list) return undefined
  const level = lists.get(properties.list.id)?.levels[properties.list.level]
  if (!level || wordsOfLabel(paragraph, lists) !== undefined) return undefined
  const counts = /%[1-9]/.test(level.text)
  const said = (counts ? level.text.replace(/%[1-9]/g, ' ') : label).replace(/\s+/g, ' ').trim().toLowerCase()
  if (counts ? !/\p{L}{2}/u.test(said) : !SAYING.test(label)) return undefined
  return {
    kind: 'list-label',
    within: readWords(paragraph.pieces),
    at: said,
    place: `before “${label.trim()}”`,
  }
}
