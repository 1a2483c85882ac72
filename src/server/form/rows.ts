import { matterFields } from '../../matter/index.ts'
import { readName } from './name.ts'

/**
 * Adds an item to a list (or an entry to a map) of the facts, or takes one out: what a button in the form asks for. A
 * name that is no list or map of a matter (`__proto__.x`) changes nothing.
 *
 * @param what name of the list (`models`) or of the item (`models[1]`)
 */
export function changedRows(facts: Record<string, unknown>, action: 'add' | 'remove', what: string): void {
  const steps = readName(what) ?? []
  const last = steps.at(-1)
  const keys = steps.flatMap((step) => ('key' in step ? [step.key] : []))
  if (last === undefined || !hasRows(keys.join('.'))) return
  const [holder, key] = holderOf(facts, keys)
  const found = holder[key]
  if (action === 'add') {
    if (Array.isArray(found)) holder[key] = [...found, {}]
    else if (isMap(found)) holder[key] = { ...found, [`Product ${Object.keys(found).length + 1}`]: {} }
    // The first row of either is there before anything is in it.
    else holder[key] = [{}, {}]
  } else if ('at' in last && Array.isArray(found)) {
    holder[key] = found.filter((_, at) => at !== last.at)
  } else if ('entry' in last && isMap(found)) {
    holder[key] = Object.fromEntries(Object.entries(found).filter((_, at) => String(at) !== last.entry))
  }
}

function hasRows(path: string): boolean {
  return matterFields().some(
    (field) => field.path === path && (field.kind === 'list' || field.kind === 'map'),
  )
}

function holderOf(facts: Record<string, unknown>, keys: string[]): [Record<string, unknown>, string] {
  let holder = facts
  for (const key of keys.slice(0, -1)) {
    const inner = holder[key]
    holder[key] = isMap(inner) ? inner : {}
    holder = holder[key] as Record<string, unknown>
  }
  return [holder, keys.at(-1)!]
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
