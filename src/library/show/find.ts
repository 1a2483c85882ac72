import { distance } from 'fastest-levenshtein'
import { Problem } from '../../problem.ts'
import { olderName } from '../names/older.ts'
import type { Library, PathMeaning } from '../types.ts'
import { idOfModel } from './ids.ts'
import { showLicense } from './license.ts'
import { showTerm } from './term.ts'
import { showTopic } from './topic.ts'
import type { Reference, Shown } from './types.ts'

/** Everything that can be shown, by each of its ids; what was put in first keeps an id that two have. */
function catalogue(library: Library): Map<string, () => Shown> {
  const all = new Map<string, () => Shown>()
  const put = (kind: string, id: string, show: () => Shown) => {
    all.set(`${kind}:${id}`, show)
    if (!all.has(id)) all.set(id, show)
  }
  const risksThat = (refer: (risk: { positions: string[]; flowDowns: string[] }) => boolean): Reference[] =>
    [...library.risks.values()].filter(refer).map(({ id, title }) => ({ show: `risk:${id}`, title }))

  for (const topic of library.topics.values()) put('topic', topic.id, () => showTopic(library, topic))
  for (const license of library.licenses.values()) {
    put('license', license.id, () => showLicense(library, license))
  }
  for (const [id, term] of library.terms) all.set(id, () => showTerm(library, term))
  for (const position of library.positions.values()) {
    const { id, title } = position
    const risks = risksThat(({ positions }) => positions.includes(id))
    put('position', id, () => ({ kind: 'position', id, title, position, risks }))
  }
  for (const flowDown of library.flowDowns.values()) {
    const { id, title } = flowDown
    const risks = risksThat(({ flowDowns }) => flowDowns.includes(id))
    put('flow-down', id, () => ({ kind: 'flow-down', id, title, flowDown, risks }))
  }
  for (const risk of library.risks.values()) {
    put('risk', risk.id, () => ({ kind: 'risk', id: risk.id, title: risk.title, risk }))
  }
  for (const duty of library.duties.values()) {
    const { id, title, topic } = duty
    const licenses = [...library.licenses.values()]
      .filter((license) => library.terms.get(`${license.id}/${topic}`)?.absent === false)
      .map((license): Reference => ({ show: `${license.id}/${topic}`, title: license.name }))
    put('duty', id, () => ({ kind: 'duty', id, title, duty, licenses }))
  }
  for (const incident of library.incidents.values()) {
    const { id, title } = incident
    put('incident', id, () => ({ kind: 'incident', id, title, incident }))
  }
  for (const path of library.paths) {
    const { id, title } = path
    put('path', id, () => ({ kind: 'path', id, title, path, leads: leadsTo(id, library) }))
  }
  for (const vendorKind of library.vendorKinds.values()) {
    const { id } = vendorKind
    const traits = [...library.vendorTraits]
      .map(([trait, means]) => ({ trait, has: vendorKind.traits[trait] === true, means }))
      .sort((a, b) => Number(b.has) - Number(a.has))
    put('kind', id, () => ({ kind: 'kind', id, title: `A vendor of the kind ${id}`, vendorKind, traits }))
  }
  for (const model of library.models) {
    const dateDifferences = library.dateDifferences.filter((one) => one.model === model.name)
    const id = idOfModel(model.name)
    put('model', id, () => ({ kind: 'model', id, title: model.name, model, dateDifferences }))
  }
  for (const table of library.tables) {
    put('table', table.id, () => ({ kind: 'table', id: table.id, title: table.title, table }))
  }
  for (const claim of library.advisory) {
    put('claim', claim.id, () => ({ kind: 'claim', id: claim.id, title: claim.claim, claim }))
  }
  return all
}

/**
 * What an id names: a topic (`user-threshold`), a term (`llama-3.1/user-threshold`), a license, a model, a position, a
 * flow-down, a risk, a duty, an incident, a path, a kind of vendor, a table or a claim. `position:ID`, `table:ID` and so on name the kind where two things share an id.
 *
 * @throws Problem `unknown-id` with the nearest id where there is no such thing
 * @example
 * findShown(await loadLibrary(), 'llama-3.1/user-threshold')
 */
export function findShown(library: Library, id: string): Shown {
  const all = catalogue(library)
  const wanted = id.trim().toLowerCase()
  const show = all.get(wanted) ?? all.get(idOfModel(wanted))
  if (show) return show()
  const renamed = olderName('risk', wanted.replace(/^risk:/, '')) ?? olderName('path', wanted)
  if (renamed !== undefined) throw new Problem('older-name', renamed)
  throw new Problem('unknown-id', `the library has no ${id}: ${hint(wanted, [...all.keys()])}`)
}

/** What leads to a path: the limits of it; of the two best the sentences for a use for which no limit holds. */
function leadsTo(id: PathMeaning['id'], { limits, enough }: Library): { says: string; topics: string[] }[] {
  return [
    ...limits.filter(({ path }) => path === id),
    ...enough.filter(({ duties }) => id === (duties ? 'go-with-duties' : 'go')),
  ].map(({ says, cites }) => ({
    says: says.replace('{uses}', 'a use of the same licensee').replace(/:?\s*\{duties\}/, ''),
    topics: [...new Set(cites.map(({ topic }) => topic))],
  }))
}

/** The nearest id, hyphens and dots counting least, or those that contain it, or how to see them all. */
function hint(wanted: string, known: string[]): string {
  const near = known
    .map((id) => ({ id, far: distance(id, wanted), letters: distance(lettersOf(id), lettersOf(wanted)) }))
    .sort((a, b) => a.letters - b.letters || a.far - b.far || a.id.localeCompare(b.id))[0]
  const limit = Math.max(2, Math.floor(wanted.length / 3))
  if (near && near.far <= limit) return `did you mean ${near.id}?`
  const containing = known.filter((id) => !id.includes(':') && !id.includes('/') && id.includes(wanted))
  return containing.length > 0 && wanted.length > 2
    ? `did you mean ${containing.slice(0, 3).join(' or ')}?`
    : 'clausebook library list shows what it has'
}

const lettersOf = (id: string) => id.replace(/[^a-z0-9]/g, '')
