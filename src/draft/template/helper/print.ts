import { grouped, listed } from '../../../in-words.ts'
import { withoutSlots } from '../slot.ts'
import { Markdown, Missing } from '../value.ts'
import type { HelperOptions } from './types.ts'

/**
 * Prints a value: Markdown of ours as Markdown, a missing fact as a blank, everything else as plain text. Not for
 * templates: every `{{value}}` is printed by it.
 */
export function print(value: unknown, file: string, line: number, { data }: HelperOptions): string {
  const { rendering } = data
  rendering.step(file, line)
  if (value instanceof Markdown) return withoutSlots(value.source)
  if (value instanceof Missing) return rendering.blank(value, file, line)
  if (value === undefined || value === null) {
    return rendering.blank(new Missing('', 'a value', 'What is to stand here?'), file, line)
  }
  return rendering.slots.add(valueWords(value))
}

/** A value in words: numbers with their thousands apart, lists with commas. */
export function valueWords(value: unknown): string {
  if (typeof value === 'number') return grouped(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return listOf(value.map(valueWords))
  return String(value)
}

/** `a`, `a and b`, `a, b, and c`. */
export function listOf(words: string[], conjunction = 'and'): string {
  return listed(words, conjunction, true)
}
