import type { XmlElement } from '../xml/types.ts'
import { child, elementsOf, val } from '../xml/walk.ts'

/** The styles of a file (ECMA-376 part 1, 17.7). */
export interface Styles {
  /** A style and those that it is based on, nearest first; the default of its type where it has no id. */
  chain(type: 'paragraph' | 'character' | 'table', id: string | undefined): readonly Style[]
  /** What holds where nothing else is said. */
  defaults: { paragraph?: XmlElement; run?: XmlElement }
}

export interface Style {
  id: string
  /** As people see it, in lower case: `heading 1`, `toc 2`. */
  name: string
  paragraph?: XmlElement
  run?: XmlElement
  /** The whole of it (`w:style`). */
  node: XmlElement
}

/** Longest line of ancestors: Word takes no more than eleven. */
const MOST_ANCESTORS = 30

/**
 * The styles of a file.
 *
 * @param root of its styles part; undefined where it has none
 */
export function readStyles(root: XmlElement | undefined): Styles {
  const found = new Map<string, { type: string; style: Style; base: string | undefined }>()
  const standard = new Map<string, string>()
  for (const element of elementsOf(root, 'w:style')) {
    const id = element.attributes['w:styleId']
    const type = element.attributes['w:type'] ?? 'paragraph'
    if (id === undefined) continue
    if (isOn(element.attributes['w:default'])) standard.set(type, id)
    const paragraph = child(element, 'w:pPr')
    const run = child(element, 'w:rPr')
    found.set(`${type} ${id}`, {
      type,
      style: {
        id,
        name: (val(element, 'w:name') ?? id).toLowerCase(),
        node: element,
        ...(paragraph && { paragraph }),
        ...(run && { run }),
      },
      base: val(element, 'w:basedOn'),
    })
  }
  const chains = new Map<string, readonly Style[]>()
  const chain = (type: 'paragraph' | 'character' | 'table', id: string | undefined) => {
    const key = `${type} ${id ?? ''}`
    let styles = chains.get(key)
    if (!styles) {
      const known = id !== undefined && found.has(`${type} ${id}`) ? id : standard.get(type)
      styles = ancestors(type, known)
      // The ids of a hostile file must not fill the memory.
      if (chains.size < 10_000) chains.set(key, styles)
    }
    return styles
  }
  const ancestors = (type: string, id: string | undefined) => {
    const styles: Style[] = []
    for (let next = id; next !== undefined && styles.length < MOST_ANCESTORS; ) {
      const entry = found.get(`${type} ${next}`)
      if (!entry || styles.includes(entry.style)) break
      styles.push(entry.style)
      next = entry.base
    }
    return styles
  }
  const defaults = child(root, 'w:docDefaults')
  const paragraph = child(child(defaults, 'w:pPrDefault'), 'w:pPr')
  const run = child(child(defaults, 'w:rPrDefault'), 'w:rPr')
  return { chain, defaults: { ...(paragraph && { paragraph }), ...(run && { run }) } }
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:0|false|off)$/i.test(value)
}
