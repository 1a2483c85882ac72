import type { License } from './types.ts'

/** A text without what differs between versions anyway: version names and dates become their slots. */
export function withoutVersion(text: string, { slots }: License): string {
  return Object.entries(slots)
    .sort(([, a], [, b]) => b.length - a.length)
    .reduce((masked, [name, value]) => masked.replaceAll(value, `{{${name}}}`), text)
    .replace(/\s+/g, ' ')
    .trim()
}
