import type { Fact } from './types.ts'

/** A fact's value for a reader: `yes`, `700,000,000`, `materials, outputs`. */
export function factWords(value: Fact | undefined): string {
  if (value === undefined) return '—'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return value.toLocaleString('en-US')
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(plainFact).join(', ')
  return plainFact(value)
}

/** `version-release-date` reads `version release date`; dates, sections and wording stay as they are. */
export function plainFact(value: string): string {
  return /^[a-z]+(?:-[a-z]+)+$/.test(value) ? value.replaceAll('-', ' ') : value
}
