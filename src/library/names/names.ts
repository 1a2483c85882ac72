import type { Library } from '../types.ts'

/** Names by which the world outside reads a library: in matters, links, houses and reports. */
export type Names = Record<string, string[]>

/** Every name of a library that somebody outside may use, by kind, each in order. */
export function namesOf(library: Library): Names {
  const ids = (some: ReadonlyMap<string, unknown>) => [...some.keys()].sort()
  return {
    topic: ids(library.topics),
    group: library.groups.map(({ id }) => id).sort(),
    fact: [...library.facts]
      .flatMap(([topic, facts]) => Object.keys(facts).map((fact) => `${topic}.${fact}`))
      .sort(),
    license: ids(library.licenses),
    position: ids(library.positions),
    'flow-down': ids(library.flowDowns),
    risk: ids(library.risks),
    duty: ids(library.duties),
    incident: ids(library.incidents),
    'kind of vendor': ids(library.vendorKinds),
    'trait of vendors': ids(library.vendorTraits),
    limit: library.limits.flatMap(({ id, line }) => (line === undefined ? [id] : [])).sort(),
    'way to be enough': library.enough.map(({ id }) => id).sort(),
    breach: library.breaches.map(({ id }) => id).sort(),
    'open point': library.openPoints.map(({ id }) => id).sort(),
    silence: library.silences.map(({ id }) => id).sort(),
    model: library.models.map(({ name }) => name).sort(),
    table: library.tables.map(({ id }) => id).sort(),
    claim: library.advisory.map(({ id }) => id).sort(),
  }
}
