import type { Situation } from '../condition/types.ts'
import { questionOf } from '../condition/unknowns.ts'
import type { Citation } from '../types.ts'

const slot = /\{\{\s*(?:cite\s+([a-z0-9-]+)|([a-z]+\.[\w.-]+))\s*\}\}/g

/**
 * Fills the slots of a reason: `{{matter.exposure}}`, `{{terms.user-threshold.threshold_users}}`, `{{license.name}}`,
 * `{{derived.threshold}}`, and `{{cite user-threshold}}` for the sections that answer a topic. Facts are escaped, so
 * that they stay text whatever is in them.
 */
export function fillReason(
  reason: string,
  situation: Situation,
  cite: (topic: string) => Citation[],
): string {
  return reason.replace(slot, (_, topic: string | undefined, path: string | undefined) =>
    topic === undefined ? factOf(path!, situation) : citationWords(cite(topic), situation),
  )
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
  if (Array.isArray(value)) return joined(value.map((item) => shown(item, path)))
  if (typeof value === 'number') return value.toLocaleString('en-US')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value).replace(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&')
}

function citationWords(citations: Citation[], { license }: Situation): string {
  if (citations.length === 0) return `(${license.name}: the text is silent)`
  const document = citations[0]!.document === 'agreement' ? '' : ' use policy'
  const sections = citations.map(({ section }) => section)
  return `(${license.name}${document}, ${sections.length === 1 ? 'section' : 'sections'} ${joined(sections)})`
}

function joined(items: string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
