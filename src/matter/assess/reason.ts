import { grouped, listed } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import type { Situation } from '../condition/types.ts'
import { questionOf } from '../condition/unknowns.ts'
import type { Citation } from '../types.ts'
import { citedWords } from './cited.ts'

const factSlot = /\{\{\s*([a-z]+\.[\w.-]+)\s*\}\}/g
const citeSlot = /\{\{\s*cite\s+([a-z0-9-]+)\s*\}\}/g

/**
 * Fills the facts into a reason and leaves its citations: `{{matter.exposure}}`, `{{license.name}}`,
 * `{{terms.user-threshold.threshold_users}}`, `{{derived.threshold}}`. Facts are escaped, so that they stay text
 * whatever is in them, and are no slot themselves.
 */
export function fillFacts(reason: string, situation: Situation): string {
  return reason.replace(factSlot, (_, path: string) => factOf(path, situation))
}

/** The same for words that are printed as the plain text that they are. */
export function fillPlainly(words: string, situation: Situation): string {
  return fillFacts(words, situation).replace(/\\([\\`*_{}[\]<>()#+!|~&])/g, '$1')
}

/**
 * Fills the citations in: `{{cite user-threshold}}` becomes the sections that answer the topic.
 *
 * @param cite the sections under the licenses that the reason is about
 */
export function fillCitations(
  reason: string,
  cite: (topic: string) => Citation[],
  licenses: Library['licenses'],
): string {
  return reason.replace(citeSlot, (_, topic: string) => {
    const words = citedWords(cite(topic), licenses)
    return words === '' ? '(the text is silent)' : `(${words})`
  })
}

function factOf(path: string, situation: Situation): string {
  const [root, ...keys] = path.split('.')
  if (root === 'derived') return shown(situation.derived[keys.join('.')]?.value, path)
  const view: Record<string, unknown> = {
    matter: situation.matter,
    terms: situation.terms,
    license: situation.license,
  }
  return shown(keys.reduce(stepInto, view[root!]), path)
}

/** Through a list to the facts of its items. */
function stepInto(at: unknown, key: string): unknown {
  if (Array.isArray(at)) return at.map((item) => stepInto(item, key)).filter((one) => one !== undefined)
  return typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined
}

function shown(value: unknown, path: string): string {
  if (value === undefined || value === 'unknown' || (Array.isArray(value) && value.length === 0)) {
    return `[not known: ${questionOf(path.replace(/^matter\./, '')).question}]`
  }
  if (Array.isArray(value)) return listed(value.map((item) => shown(item, path)))
  if (typeof value === 'number') return grouped(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value).replace(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&')
}
