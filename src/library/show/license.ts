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
    answered: terms.length,
  }
}
