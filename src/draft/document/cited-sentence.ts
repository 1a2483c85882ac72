import { withoutStop } from '../../in-words.ts'

/**
 * A sentence with its sections before its full stop.
 *
 * @param where its sections; empty where it has none
 * @example
 * citedSentence('No right is left.', 'section 6') // 'No right is left (section 6).'
 */
export function citedSentence(sentence: string, where: string): string {
  // A question has its mark, and no full stop behind it.
  if (where === '' && sentence.endsWith('?')) return sentence
  return `${withoutStop(sentence)}${where === '' ? '' : ` (${where})`}.`
}
