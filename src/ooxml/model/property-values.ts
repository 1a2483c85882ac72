import { own } from '../../own.ts'
import type { WordPackage } from '../package/package.ts'
import type { XmlElement } from '../xml/types.ts'
import { child, elementsOf } from '../xml/walk.ts'

/** Properties by the names that fields give them, where these are not their own. */
const NAMES: Record<string, string> = {
  author: 'creator',
  comments: 'description',
  lastsavedby: 'lastModifiedBy',
}

/** Fields that show a property by their own name. */
const OWN = new Set(['TITLE', 'SUBJECT', 'AUTHOR', 'KEYWORDS', 'COMMENTS', 'LASTSAVEDBY'])

/**
 * What fields take from the properties and variables of a file, by their instruction (ECMA-376 part 1, 17.16.5.15 and
 * others): Word shows this when it works them out anew. Undefined where a field takes nothing from there, or it is not there.
 *
 * @example propertyValues(file)('DOCPROPERTY Title') // 'License'
 */
export function propertyValues(file: WordPackage): (instruction: string) => string | undefined {
  const properties = new Map<string, string>()
  const variables = new Map<string, string>()
  for (const { type, target, external } of file.relationships('')) {
    if (external || !file.has(target)) continue
    if (type === 'custom-properties')
      for (const node of elementsOf(file.xml(target).root))
        properties.set((node.attributes.name ?? '').toLowerCase(), wordsIn(node))
    else if (type === 'core-properties' || type === 'extended-properties')
      for (const node of elementsOf(file.xml(target).root))
        if (!properties.has(localName(node))) properties.set(localName(node), wordsIn(node))
  }
  const settings = file.relationships(file.main).find(({ type }) => type === 'settings')?.target
  if (settings !== undefined && file.has(settings))
    for (const { attributes } of elementsOf(child(file.xml(settings).root, 'w:docVars'), 'w:docVar'))
      variables.set((attributes['w:name'] ?? '').toLowerCase(), attributes['w:val'] ?? '')
  return (instruction) => {
    const [, kind = '', quoted, plain] = /^\s*(\S+)(?:\s+(?:"([^"]*)"|([^\s\\]\S*)))?/.exec(instruction) ?? []
    const field = kind.toUpperCase()
    const name = (quoted ?? plain ?? '').toLowerCase()
    if (field === 'DOCVARIABLE') return variables.get(name)
    const wanted =
      field === 'DOCPROPERTY' || field === 'INFO' ? name : OWN.has(field) ? field.toLowerCase() : ''
    return wanted === ''
      ? undefined
      : (properties.get(wanted) ?? properties.get((own(NAMES, wanted) ?? '').toLowerCase()))
  }
}

function localName({ name }: XmlElement): string {
  return name.slice(Math.max(name.lastIndexOf('}'), name.lastIndexOf(':')) + 1).toLowerCase()
}

function wordsIn({ children }: XmlElement): string {
  return children.map((node) => (node.type === 'text' ? node.text : wordsIn(node))).join('')
}
