import { grouped } from '../in-words.ts'
import type { Fact } from './types.ts'

/** A fact's value for a reader: `yes`, `700,000,000`, `materials, outputs`. */
export function factWords(value: Fact | undefined): string {
  if (value === undefined) return '—'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return grouped(value)
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(plainFact).join(', ')
  return plainFact(value)
}

/** Names that are written large in a sentence and small in a value. */
const names: Record<string, string> = { ai: 'AI', eu: 'EU', llama: 'Llama', meta: 'Meta', us: 'US' }

/**
 * `version-release-date` reads `version release date`, and `last-sentence-of-1.b.i` keeps its section; dates and wording
 * stay as they are.
 */
export function plainFact(value: string): string {
  if (Object.hasOwn(names, value)) return names[value]!
  if (!/^[a-z]+(?:-[a-z]+)+(?:-\d[\w.]*)?$|^section-\d[\w.]*$/.test(value)) return value
  return value
    .split('-')
    .map((word) => (Object.hasOwn(names, word) ? names[word]! : word))
    .join(' ')
}
