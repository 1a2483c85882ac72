import type { Absence, Library, License, Term } from '../types.ts'
import type { Reference, ShownLicense } from './types.ts'

/** A license with its pins, its models and the topics that it answers itself. */
export function showLicense(library: Library, license: License): ShownLicense {
  const terms = [...library.topics.keys()].flatMap(
    (topic) => library.terms.get(`${license.id}/${topic}`) ?? [],
  )
  const listed = (some: (Term | Absence)[]): Reference[] =>
    some.map(({ topic }) => ({ show: `${license.id}/${topic}`, title: library.topics.get(topic)!.title }))
  return {
    kind: 'license',
    id: license.id,
    title: license.title,
    license,
    models: library.models.filter((model) => model.license === license.id).map(({ name }) => name),
    own: listed(terms.filter((term) => !term.absent && term.inheritedFrom === undefined)),
    silent: listed(terms.filter((term) => term.absent)),
    duties: dutiesOf(library, license),
    answered: terms.length,
  }
}

/** The duties that a license imposes: those on whose topic it is not silent. */
function dutiesOf({ duties, terms }: Library, { id }: License): Reference[] {
  return [...duties.values()]
    .filter(({ topic }) => terms.get(`${id}/${topic}`)?.absent === false)
    .map((duty) => ({ show: `duty:${duty.id}`, title: duty.title }))
}
