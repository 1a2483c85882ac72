import type { License } from './types.ts'

/**
 * Slots that hold one value in most licenses and two in Llama 3, whose agreement says Meta Llama 3 where its policy says
 * Llama 3: to a reader both are the version's name.
 */
const names = ['version', 'model_name']

/** A text with its version names and dates as the slots that they fill, so that another version can fill them. */
export function withSlots(text: string, license: Pick<License, 'slots'>): string {
  return masked(text, license, (name) => name)
}

/** A text without what differs between versions anyway: version names and dates become their slots. */
export function withoutVersion(text: string, license: Pick<License, 'slots'>): string {
  return masked(text, license, (name) => (names.includes(name) ? 'version' : name))
    .replace(/\s+/g, ' ')
    .trim()
}

const longestFirst = new WeakMap<License['slots'], [string, string][]>()

/** Longer values first, since one may contain another; in order once, since a text is masked for each of its places. */
function masked(text: string, { slots }: Pick<License, 'slots'>, nameOf: (name: string) => string): string {
  const ordered = longestFirst.get(slots) ?? Object.entries(slots).sort(([, a], [, b]) => b.length - a.length)
  longestFirst.set(slots, ordered)
  return ordered.reduce((words, [name, value]) => words.replaceAll(value, `{{${nameOf(name)}}}`), text)
}
