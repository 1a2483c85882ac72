import type { OwnCell } from '../matter/table.ts'
import { Problem } from '../problem.ts'
import { readRecord, recordYaml } from './record.ts'
import type { DatedStatus, VendorRecord } from './types.ts'
import { datedStatuses } from './types.ts'

/** A fact that changed. */
export interface FactChange {
  /** `vendor.models`. */
  path: string
  before: unknown
  after: unknown
}

/** What is said of a vendor: values by path, and what other systems call it. */
export interface Said {
  values: Record<string, unknown>
  own: readonly OwnCell[]
}

/**
 * A record with what is said of it. A status that changes takes the day of the change, where it has a day and none is said (a new
 * vendor may have come there long ago); a value of
 * `undefined` takes away what was there.
 *
 * @param before undefined for a new vendor
 * @param on ISO date of the change
 * @throws Problem where a value is none that the fact may have
 */
export function recordWith(
  before: VendorRecord | undefined,
  { values, own }: Said,
  on: string,
): { record: VendorRecord; changes: FactChange[] } {
  const facts = structuredClone(before ?? { vendor: {} }) as Record<string, unknown>
  for (const [path, value] of Object.entries(values)) if (path !== 'id') put(facts, path, value)
  const status = values.status
  if (before && isDated(status) && status !== before.status && values[`dates.${status}`] === undefined)
    put(facts, `dates.${status}`, on)
  for (const { name, words } of own) if (words !== '') put(facts, `ids\0${name}`, words)
  const record = recordOf(facts)
  return { record, changes: changesOf(before, record) }
}

/** What is wrong in it is told without a line: nobody has seen the file that it would be. */
function recordOf(facts: Record<string, unknown>): VendorRecord {
  try {
    return readRecord(recordYaml(facts as unknown as VendorRecord), '')
  } catch (error) {
    throw error instanceof Problem ? new Problem(error.rule, error.message) : error
  }
}

function isDated(status: unknown): status is DatedStatus {
  return datedStatuses.some((one) => one === status)
}

/** A figure's name has a point of its own, and the name of an id may have any. */
function keysOf(path: string): string[] {
  const [group = '', ...rest] = path.split(path.includes('\0') ? '\0' : '.')
  return group === 'figures' ? [group, rest.join('.')] : [group, ...rest]
}

function put(facts: Record<string, unknown>, path: string, value: unknown): void {
  const keys = keysOf(path)
  let at = facts
  for (const key of keys.slice(0, -1)) {
    if (typeof at[key] !== 'object' || at[key] === null) at[key] = {}
    at = at[key] as Record<string, unknown>
  }
  const last = keys.at(-1)!
  if (value === undefined) delete at[last]
  else at[last] = value
}

/** What differs between two records, or other facts, by path. */
export function changesOf(before: object | undefined, after: object): FactChange[] {
  const [was, is] = [leavesOf(before ?? {}), leavesOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((path) => {
    const [one, other] = [was.get(path), is.get(path)]
    return JSON.stringify(one) === JSON.stringify(other) ? [] : [{ path, before: one, after: other }]
  })
}

function leavesOf(value: object, at = ''): Map<string, unknown> {
  const leaves = new Map<string, unknown>()
  for (const [key, item] of Object.entries(value)) {
    const path = at === '' ? key : `${at}.${key}`
    if (Array.isArray(item) && item.length > 0 && item.every(isProduct))
      // Each by its name: that one came changes nothing of the others.
      for (const { product, ...rest } of item)
        leaves.set(`${path}.${product}`, rest.models ?? 'its models are not said')
    else if (typeof item === 'object' && item !== null && !Array.isArray(item))
      for (const [below, leaf] of leavesOf(item, path)) leaves.set(below, leaf)
    else leaves.set(path, item)
  }
  return leaves
}

function isProduct(item: unknown): item is { product: string; models?: string[] } {
  return typeof Object(item).product === 'string'
}

/** A change in words: `vendor.models: Llama 3.3 → Llama 4`. */
export function changeWords({ path, before, after }: FactChange): string {
  return `${path}: ${valueWords(before)} → ${valueWords(after)}`
}

/** A value of a record as a person reads it. */
export function valueWords(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : value.map((one) => valueWords(one)).join('; ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
