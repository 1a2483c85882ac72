import type { License } from './types.ts'

/**
 * Slots that hold one value in most licenses and two in Llama 3, whose agreement says Meta Llama 3 where its policy says
 * Llama 3: to a reader both are the version's name.
 */
const names = ['version', 'model_name']

/** A text without what differs between versions anyway: version names and dates become their slots. */
export function withoutVersion(text: string, { slots }: License): string {
  return Object.entries(slots)
    .sort(([, a], [, b]) => b.length - a.length)
    .reduce(
      (masked, [name, value]) =>
        masked.replaceAll(value, names.includes(name) ? '{{version}}' : `{{${name}}}`),
      text,
    )
    .replace(/\s+/g, ' ')
    .trim()
}
