import { closest } from 'fastest-levenshtein'
import type { Library } from '../../library/index.ts'
import type { ValueKind } from '../condition/domain.ts'
import { derivedFacts } from '../derived/definitions.ts'
import { fieldOf, matterFields } from '../fields.ts'
import { alike } from '../schema/leaf.ts'

/** What the library knows of the facts that a condition or a reason may name. */
export type FactSources = Pick<Library, 'topics' | 'facts' | 'licenses' | 'vendorKinds'>

/**
 * The fact at a path of a condition, `matter.exposure`, `terms.user-threshold.threshold_users`, `derived.in_eu` or
 * `license.id`.
 *
 * @returns the kind of its value, or what is wrong with the path
 */
export function factAt(path: string, library: FactSources): ValueKind | string {
  const [root = '', ...keys] = path.split('.')
  const rest = keys.join('.')
  switch (root) {
    case 'matter':
      return matterFact(rest, library)
    case 'terms':
      return termFact(keys, library)
    case 'derived':
      return derivedFacts[rest] ?? missing('derived fact', rest, Object.keys(derivedFacts))
    case 'license':
      return licenseFact(rest, library)
    default:
      return `${path}: a path starts with matter, terms, derived or license`
  }
}

function matterFact(path: string, { vendorKinds }: FactSources): ValueKind | string {
  const field = fieldOf(path)
  // The kinds of the library at hand, which may not be the program's own.
  if (field && /^vendors?(\[\])?\.kind$/.test(field.path) && vendorKinds.size > 0)
    return { kind: 'choice', options: [...vendorKinds.keys()] }
  if (!field) {
    const paths = matterFields().map((one) => one.path.replaceAll(/\[\]|\.\{\}/g, ''))
    return missing('fact of a matter', path, paths)
  }
  return field.kind === 'group' ? `matter.${path} is a group of facts: name one of them` : field
}

function termFact([topic = '', fact = '', ...rest]: string[], library: FactSources): ValueKind | string {
  if (!library.topics.has(topic)) return missing('topic', topic, [...library.topics.keys()])
  if (fact === 'absent') return { kind: 'yes-no' }
  const facts = library.facts.get(topic) ?? {}
  const definition = rest.length === 0 ? facts[fact] : undefined
  if (!definition) return missing(`fact of ${topic}`, [fact, ...rest].join('.'), Object.keys(facts))
  if ('one_of' in definition) return { kind: 'choice', options: definition.one_of }
  if ('some_of' in definition) return { kind: 'choices', options: definition.some_of }
  // A word that may stand in place of the number or date makes it more than one kind: any value is taken.
  if (definition.or) return { kind: 'text' }
  const { is } = definition
  return { kind: is === 'yes_no' ? 'yes-no' : is === 'sections' ? 'texts' : is }
}

function licenseFact(key: string, { licenses }: FactSources): ValueKind | string {
  if (key === 'id') return { kind: 'choice', options: [...licenses.keys()] }
  if (key === 'released') return { kind: 'date' }
  if (key === 'name' || key === 'version') return { kind: 'text' }
  return missing('fact of a license', key, ['id', 'name', 'version', 'released'])
}

function missing(what: string, name: string, names: string[]): string {
  const near = names.length > 0 ? closest(name, names) : undefined
  const hint = near !== undefined && alike(name, near) ? `: did you mean ${near}?` : ''
  return `there is no ${what} ${name}${hint}`
}
