import { child, elementsOf, type XmlElement } from '../../ooxml/index.ts'

/** A style as it stands in a file. */
export interface StyleEntry {
  id: string
  type: string
  /** As Word knows it in every language, in lower case: `heading 1`. */
  name: string
  basedOn: string | undefined
  isDefault: boolean
  element: XmlElement
}

/** The styles of a file. */
export interface StyleSheet {
  entries: readonly StyleEntry[]
  byId: ReadonlyMap<string, StyleEntry>
  root: XmlElement
  /** A style of a type by the first of some names that is there. */
  named(type: string, names: readonly string[]): StyleEntry | undefined
  /** The style of a type that has no name on a paragraph. */
  defaultOf(type: string): StyleEntry | undefined
  /** A property of a style, its own or the nearest of those that it is based on; `w:pPr`, `w:numPr`. */
  inherited(style: StyleEntry | undefined, group: string, property: string): XmlElement | undefined
}

/** Word's own names of the styles that are the default where a file names none, as LibreOffice's do not. */
const DEFAULTS = ['normal', 'normal table', 'default paragraph font', 'no list']

function markDefaults(entries: StyleEntry[]): void {
  const marked = new Set(entries.filter(({ isDefault }) => isDefault).map(({ type }) => type))
  for (const entry of entries) {
    if (marked.has(entry.type) || !DEFAULTS.includes(entry.name)) continue
    entry.isDefault = true
    entry.element = { ...entry.element, attributes: { ...entry.element.attributes, 'w:default': '1' } }
    marked.add(entry.type)
  }
}

/** Reads the styles of a part. */
export function styleSheet(root: XmlElement): StyleSheet {
  const entries = elementsOf(root, 'w:style').flatMap((element): StyleEntry[] => {
    const id = element.attributes['w:styleId']
    if (id === undefined) return []
    return [
      {
        id,
        type: element.attributes['w:type'] ?? 'paragraph',
        name: (child(element, 'w:name')?.attributes['w:val'] ?? '').trim().toLowerCase(),
        basedOn: child(element, 'w:basedOn')?.attributes['w:val'],
        isDefault: /^(?:1|true|on)$/.test(element.attributes['w:default'] ?? ''),
        element,
      },
    ]
  })
  markDefaults(entries)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const byName = new Map<string, StyleEntry>()
  for (const entry of entries) {
    const key = `${entry.type} ${entry.name}`
    if (!byName.has(key)) byName.set(key, entry)
  }
  return {
    entries,
    byId,
    root,
    named: (type, names) =>
      names.map((name) => byName.get(`${type} ${name}`)).find((one) => one !== undefined),
    defaultOf: (type) => entries.find((one) => one.type === type && one.isDefault),
    inherited(style, group, property) {
      // A circle of styles that are based on each other ends where it began.
      const seen = new Set<StyleEntry>()
      for (let one = style; one !== undefined && !seen.has(one); one = byId.get(one.basedOn ?? '')) {
        seen.add(one)
        const found = child(child(one.element, group), property)
        if (found) return found
      }
      return undefined
    },
  }
}
