import { createHash } from 'node:crypto'
import { branchOf, elementsOf, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { isTrace } from '../trace.ts'

/** Tells two objects of the text apart: what a reader would see of them, never ids or places of parts. */
export interface ObjectKeys {
  keyOf(leaf: XmlElement): string
}

/**
 * The keys of the objects of a part.
 *
 * @param noteKey of a reference to a note, by which pairs of notes are told: see `pairNotes`
 */
export function objectKeys(
  file: WordPackage,
  part: string,
  noteKey: (kind: string, id: string) => string,
): ObjectKeys {
  const targets = new Map(file.relationships(part).map((one) => [one.id, one]))
  const digests = new Map<string, string>()
  const digest = (id: string): string => {
    const target = targets.get(id)
    if (!target) return ''
    if (target.external || !file.has(target.target)) return target.target
    let found = digests.get(target.target)
    if (found === undefined) {
      // Of a chart or diagram what it says: programs write the same one in many ways.
      found = target.target.endsWith('.xml')
        ? said(file.xml(target.target).root)
        : createHash('sha256').update(file.bytes(target.target)).digest('base64')
      digests.set(target.target, found)
    }
    return found
  }
  return {
    keyOf(leaf) {
      const { name, attributes } = leaf
      if (name === 'w:footnoteReference' || name === 'w:endnoteReference')
        return noteKey(name.slice(2, -9), attributes['w:id'] ?? '')
      if (name === 'w:br') return `br ${attributes['w:type'] ?? ''}`
      if (name === 'w:sym') return `sym ${attributes['w:font']} ${attributes['w:char']}`
      if (name.startsWith('m:')) return `math ${structure(leaf)}`
      if (drawn.has(name)) {
        const boxes = boxesIn(leaf).length
        return boxes > 0 ? `box ${boxes}` : `picture ${seen(leaf, digest).join(' ')}`
      }
      return name
    },
  }
}

/** Elements of a run that hold drawings. */
export const drawn: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent'])

/** The text boxes of a drawing, of the branch that is read, the outer ones alone. */
export function boxesIn(element: XmlElement): XmlElement[] {
  if (element.name === 'w:txbxContent') return [element]
  if (element.name === 'mc:AlternateContent') {
    const branch = branchOf(element)
    return branch ? boxesIn(branch) : []
  }
  return elementsOf(element).flatMap(boxesIn)
}

/** Every text box of a drawing, in all its branches. */
export function allBoxesIn(element: XmlElement): XmlElement[] {
  return element.name === 'w:txbxContent' ? [element] : elementsOf(element).flatMap(allBoxesIn)
}

/** An equation as its elements and characters; the looks of its letters do not count. */
function structure(element: XmlElement): string {
  if (/^(?:m:ctrlPr|[wm]:rPr|w:(?:bookmark|commentRange|perm)(?:Start|End)|w:proofErr)$/.test(element.name))
    return ''
  const inner = element.children.map((node) => (node.type === 'text' ? node.text : structure(node))).join('')
  if (isTrace(element)) return inner
  const value = element.attributes['m:val'] ?? ''
  return element.name === 'm:t' ? inner : `<${element.name.slice(2)}${value && ` ${value}`}>${inner}`
}

/** What is seen of a drawing: its pictures, charts and words. */
function seen(element: XmlElement, digest: (id: string) => string): string[] {
  if (element.name === 'mc:AlternateContent') {
    const branch = branchOf(element)
    return branch ? seen(branch, digest) : []
  }
  const { attributes } = element
  const own = ['r:embed', 'r:id', 'r:link', 'r:dm'].flatMap((name) => {
    const id = attributes[name]
    return id === undefined || element.name.startsWith('a:hlink') ? [] : [digest(id)]
  })
  const text = element.name === 'a:t' || element.name === 'w:t' ? words(element) : []
  return [...own, ...text, ...elementsOf(element).flatMap((node) => seen(node, digest))]
}

function said(element: XmlElement): string {
  return element.children
    .map((node) => (node.type === 'text' ? node.text.trim() : said(node)))
    .join(' ')
    .trim()
}

function words({ children }: XmlElement): string[] {
  return children.flatMap((node) => (node.type === 'text' ? [node.text] : []))
}
