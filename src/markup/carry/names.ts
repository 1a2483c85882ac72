import { namespacesOf, type XmlElement } from '../../ooxml/index.ts'

/** Writes names with the prefixes that are bound in the part that they are carried into. */
export interface Names {
  /** A name as the part writes it, and the declaration that it needs there. */
  name(canonical: string): { name: string; declares?: [prefix: string, uri: string] }
  /** The prefix of a namespace, declared if need be. */
  prefix(uri: string): { prefix: string; declares?: [prefix: string, uri: string] }
}

/** The names of a part by what its root binds. */
export function namesOf(root: XmlElement): Names {
  const byUri = new Map<string, string>()
  for (const [name, uri] of Object.entries(root.attributes))
    if (name.startsWith('xmlns:') && name !== 'xmlns:xmlns' && !byUri.has(uri)) byUri.set(uri, name.slice(6))
  const taken = new Set(byUri.values())
  const made = new Map<string, string>()
  const prefix: Names['prefix'] = (uri) => {
    const bound = byUri.get(uri)
    if (bound !== undefined) return { prefix: bound }
    let fresh = made.get(uri)
    if (fresh === undefined) {
      for (let number = made.size + 1; fresh === undefined || taken.has(fresh); number += 1)
        fresh = `c${number}`
      taken.add(fresh)
      made.set(uri, fresh)
    }
    return { prefix: fresh, declares: [fresh, uri] }
  }
  const name: Names['name'] = (canonical) => {
    if (canonical.startsWith('{')) {
      const end = canonical.indexOf('}')
      const { prefix: short, ...rest } = prefix(canonical.slice(1, end))
      return { name: `${short}:${canonical.slice(end + 1)}`, ...rest }
    }
    const colon = canonical.indexOf(':')
    if (colon < 0 || canonical.startsWith('xml:')) return { name: canonical }
    const uris = namespacesOf(canonical.slice(0, colon))
    const uri = uris.find((one) => byUri.has(one)) ?? uris[0]
    if (uri === undefined) return { name: canonical }
    const { prefix: short, ...rest } = prefix(uri)
    return { name: `${short}:${canonical.slice(colon + 1)}`, ...rest }
  }
  return { name, prefix }
}
