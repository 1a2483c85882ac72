import type { Library } from '../../library/index.ts'
import type { Field } from '../../matter/index.ts'
import { countryNames } from '../../matter/written.ts'

/** What a field offers: a name that people know, and the word that a matter file has for it. */
export interface Pick {
  name: string
  value: string
}

/** The lists that a page offers, by the id of their `datalist`. */
export type Picks = Map<string, Pick[]>

const made = new WeakMap<Library, Picks>()

/** Countries, models, licenses and topics of a library, each once on a page. */
export function picksOf(library: Library): Picks {
  const picks = made.get(library) ?? listed(library)
  made.set(library, picks)
  return picks
}

/** The list that a field offers. */
export function pickedFrom({ kind, picks }: Field): string | undefined {
  return kind === 'country' ? 'countries' : picks
}

/** The name by which people know a value of a list, or the value as it is. */
export function nameOfPick(value: string, list: string | undefined, library: Library): string {
  const found = list === undefined ? undefined : picksOf(library).get(list)
  return found?.find((one) => one.value === value)?.name ?? value
}

/** What a name of a list stands for in a matter file: `3.1`, `Llama 3.1 Community License` → `llama-3.1`. */
export function valueOfPick(words: string, list: string | undefined, library: Library): string {
  const found = list === undefined ? undefined : picksOf(library).get(list)
  if (!found) return words
  const said = plain(words, list)
  const same = found.find(
    ({ name, value }) => value === words || name === words || (said !== '' && plain(name, list) === said),
  )
  if (same) return same.value
  return list === 'licenses'
    ? ([...library.licenses.values()].find((one) => plain(one.version, list) === said)?.id ?? words)
    : words
}

/** Small letters; of a license neither whose it is nor that it is one. */
function plain(words: string, list: string | undefined): string {
  const small = words.toLowerCase().replaceAll(/[\s\u00A0]+/g, ' ')
  return (
    list === 'licenses'
      ? small.replaceAll(/\b(?:the|meta|community|license|licence|agreement|llama|v)\b|\bv(?=\d)/g, '')
      : small
  )
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function listed({ licenses, models, topics }: Library): Picks {
  return new Map([
    ['countries', countryNames().map(([value, name]) => ({ value, name }))],
    ['models', models.map(({ name }) => ({ value: name, name }))],
    ['licenses', [...licenses.values()].map(({ id, title }) => ({ value: id, name: title }))],
    ['topics', [...topics.values()].map(({ id, title }) => ({ value: id, name: title }))],
  ])
}
