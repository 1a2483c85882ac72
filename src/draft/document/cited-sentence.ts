import { withoutStop } from '../../in-words.ts'

/**
 * A sentence with its sections before its full stop.
 *
 * @param where its sections; empty where it has none
 * @example
 * citedSentence('No right is left.', 'section 6') // 'No right is left (section 6).'
 */
export function citedSentence(sentence: string, where: string): string {
  return `${withoutStop(sentence)}${where === '' ? '' : ` (${where})`}.`
}
