import { Missing } from './value.ts'

/**
 * A value stands in the rendered Markdown as a numbered slot and takes its place in the tree after parsing: what was
 * never in the Markdown cannot be read as Markdown, HTML or a directive. It also makes the Markdown of a thousand
 * vendors the same wherever the same clauses are in, so that it is parsed once.
 */
export type SlotValue = string | Missing

// Two characters for private use: neither white space nor punctuation to Markdown's rules for emphasis.
const open = '\uE000'
const close = '\uE001'

/** Matches a slot; its group is the number. */
export const slotPattern = /\uE000(\d+)\uE001/g

/** Whether words hold a slot: most do not. */
export function hasSlot(words: string): boolean {
  return words.includes(open)
}

/** The slots of one rendering, in order. */
export class Slots {
  readonly values: SlotValue[] = []

  /** Keeps a value and answers the slot that stands for it. */
  add(value: SlotValue): string {
    this.values.push(value instanceof Missing ? value : printable(value))
    return `${open}${this.values.length - 1}${close}`
  }
}

/** Takes the characters of slots out of Markdown that is not rendered by us. */
export function withoutSlots(text: string): string {
  return text.replace(/[\uE000\uE001]/g, '')
}

/**
 * A value as it may stand in any file format: no control characters, which XML forbids, no halves of characters, and none
 * of the marks that turn the direction of the text around them (they make a name read as another).
 */
export function printable(value: string): string {
  return value
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g, '')
}
