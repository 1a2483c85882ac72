import { createHash } from 'node:crypto'
import type { Matter } from './schema/index.ts'

/** A matter in one form, whatever the order of its keys and the layout of its file: JSON with sorted keys. */
export function canonicalMatter(matter: Matter): string {
  return canonicalJson(matter)
}

/** Data as JSON in one form: with sorted keys and without spaces. */
export function canonicalJson(data: unknown): string {
  return JSON.stringify(sorted(data))
}

/** SHA-256 of the canonical form, in hexadecimal: the matter's identity in a record. */
export function matterDigest(matter: Matter): string {
  return createHash('sha256').update(canonicalMatter(matter)).digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}
