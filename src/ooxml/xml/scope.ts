import { broken } from '../package/refusal.ts'
import { nameOf } from './names.ts'

/** The namespaces that are bound at a place of a part (Namespaces in XML 1.0, 6). */
export interface Scope {
  /** The name of an element as every file has it, `w:p`. @throws Problem where its prefix is bound to nothing */
  element(name: string): string
  /** The name of an attribute; one without a prefix is in no namespace. @throws Problem as above */
  attribute(name: string): string
  /** What a prefix is bound to. */
  uri(prefix: string): string | undefined
}

/** The scope outside the root. */
export function bottomScope(): Scope {
  const bound: Record<string, string> = {
    '': '',
    xml: 'http://www.w3.org/XML/1998/namespace',
    xmlns: 'http://www.w3.org/2000/xmlns/',
  }
  return scopeOf((prefix) => (Object.hasOwn(bound, prefix) ? bound[prefix] : undefined))
}

/** The scope inside an element: the same as around it, unless its attributes bind prefixes. */
export function innerScope(around: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let own: Map<string, string> | undefined
  for (const name in attributes) {
    if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue
    own ??= new Map()
    own.set(name.slice(6), attributes[name]!)
  }
  if (!own) return around
  const bound = own
  return scopeOf((prefix) => bound.get(prefix) ?? around.uri(prefix))
}

function scopeOf(uri: (prefix: string) => string | undefined): Scope {
  const elements = new Map<string, string>()
  const attributes = new Map<string, string>()
  const resolved = (known: Map<string, string>, name: string, plain: string) => {
    let found = known.get(name)
    if (found === undefined) {
      const at = name.indexOf(':')
      const bound = at < 0 ? plain : uri(name.slice(0, at))
      if (bound === undefined || (at >= 0 && bound === '')) throw broken()
      found = nameOf(bound, name.slice(at + 1))
      known.set(name, found)
    }
    return found
  }
  return {
    element: (name) => resolved(elements, name, uri('') ?? ''),
    attribute: (name) => (name === 'xmlns' ? 'xmlns:xmlns' : resolved(attributes, name, '')),
    uri,
  }
}
