import { type Field, fieldOf, type Matter, matterFields } from '../matter/index.ts'
import { missing } from './template/value.ts'

/** A matter as templates see it: every fact of the schema has its place, and one that is not given is `Missing`. */
export type Facts = Record<string, unknown>

/**
 * Spreads a matter out over its schema, so that `{{matter.client.address}}` finds either the address or the question
 * for it, and `{{matter.client.adress}}` nothing at all.
 */
export function factsOf(matter: Matter): Facts {
  let found = spreadOut.get(matter)
  if (!found) {
    found = { matter: matter.matter, ...spread(matter, '') }
    spreadOut.set(matter, found)
  }
  return found
}

/** A draft asks for the same facts several times. */
const spreadOut = new WeakMap<Matter, Facts>()

/** The fact at a path, or what is missing: for views that compute with it. */
export function missingFact(path: string, words?: string) {
  const question = fieldOf(path)?.question
  return missing(path, words ?? pathWords(path), question)
}

function spread(value: object, at: string): Facts {
  return Object.fromEntries(
    fieldsUnder(at).map((field) => {
      const given = (value as Record<string, unknown>)[field.key]
      return [field.key, factOf(field, given)]
    }),
  )
}

function factOf(field: Field, value: unknown): unknown {
  if (field.kind === 'group') return spread(Object(value ?? {}), field.path)
  if (value === undefined || value === 'unknown') {
    return missing(field.path, pathWords(field.path), field.question)
  }
  if (field.kind === 'list' && Array.isArray(value)) {
    return value.map((item: object) => spread(item, `${field.path}[]`))
  }
  return value
}

/** The fields right below a path. */
function fieldsUnder(at: string): Field[] {
  return byParent().get(at) ?? []
}

let grouped: Map<string, Field[]> | undefined

function byParent(): Map<string, Field[]> {
  if (grouped) return grouped
  grouped = new Map()
  for (const field of matterFields()) {
    const parent = field.path.slice(0, Math.max(0, field.path.length - field.key.length - 1))
    grouped.set(parent, [...(grouped.get(parent) ?? []), field])
  }
  return grouped
}

/** `client.principal_place_of_business` → `client principal place of business` */
function pathWords(path: string): string {
  return path.replaceAll(/\[\]|\{\}/g, '').replaceAll(/[._]+/g, ' ')
}
