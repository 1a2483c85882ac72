const slot = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g

/**
 * Puts a license's values into the slots of inherited wording, deeply: in texts, lists and objects. A slot that the
 * license does not have stays as it is, and the check names it.
 */
export function fillSlots<T>(value: T, slots: Record<string, string>): T
export function fillSlots(value: unknown, slots: Record<string, string>): unknown {
  if (typeof value === 'string') return value.replace(slot, (whole, name: string) => slots[name] ?? whole)
  if (Array.isArray(value)) return value.map((item) => fillSlots(item, slots))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillSlots(item, slots)]))
  }
  return value
}

/** Names of the slots in a text that a license does not fill. */
export function unfilledSlots(text: string, slots: Record<string, string>): string[] {
  return [...text.matchAll(slot)].map((match) => match[1]!).filter((name) => slots[name] === undefined)
}
