import { child, elementsOf, type XmlElement } from '../../ooxml/index.ts'
import { copied } from './copy.ts'
import { element } from './element.ts'
import type { StyleEntry, StyleSheet } from './style-sheet.ts'

/** Levels of a list as a firm prints them, from the one at which its style starts. */
export type ListLook = readonly XmlElement[]

/** The lists in which a document's own paragraphs count, by their style: the first of each. */
export function listsShown(document: XmlElement): Map<string, XmlElement> {
  const shown = new Map<string, XmlElement>()
  const visit = (one: XmlElement) => {
    if (one.name === 'w:p') {
      const properties = child(one, 'w:pPr')
      const id = child(properties, 'w:pStyle')?.attributes['w:val']
      const number = child(properties, 'w:numPr')
      if (id !== undefined && number && !shown.has(id)) shown.set(id, number)
    } else for (const inner of elementsOf(one)) visit(inner)
  }
  visit(document)
  return shown
}

/**
 * The list that a style counts in, where it does.
 *
 * @param shown the lists in which its document's paragraphs count, where the style itself has none
 */
export function listOf(
  style: StyleEntry | undefined,
  styles: StyleSheet,
  numbering: XmlElement | undefined,
  shown: ReadonlyMap<string, XmlElement> = new Map(),
): ListLook {
  const found = styles.inherited(style, 'w:pPr', 'w:numPr') ?? shown.get(style?.id ?? '')
  const id = child(found, 'w:numId')?.attributes['w:val']
  if (id === undefined || id === '0') return []
  const level = Number(child(found, 'w:ilvl')?.attributes['w:val'] ?? 0)
  const levels = levelsOf(id, styles, numbering).slice(Number.isInteger(level) && level > 0 ? level : 0)
  // LibreOffice gives each heading a list that prints nothing.
  return levels[0] && printsNothing(levels[0]) ? [] : levels
}

function printsNothing(level: XmlElement): boolean {
  const text = child(level, 'w:lvlText')?.attributes['w:val'] ?? ''
  return text.trim() === '' || child(level, 'w:numFmt')?.attributes['w:val'] === 'none'
}

function levelsOf(
  id: string,
  styles: StyleSheet,
  numbering: XmlElement | undefined,
  depth = 0,
): XmlElement[] {
  const num = elementsOf(numbering, 'w:num').find((one) => one.attributes['w:numId'] === id)
  const abstract = elementsOf(numbering, 'w:abstractNum').find(
    (one) => one.attributes['w:abstractNumId'] === child(num, 'w:abstractNumId')?.attributes['w:val'],
  )
  // A list may stand in a style of lists, to which this one only points.
  const link = child(abstract, 'w:numStyleLink')?.attributes['w:val']
  if (link !== undefined && depth < 4) {
    const target = child(child(child(styles.byId.get(link)?.element, 'w:pPr'), 'w:numPr'), 'w:numId')
    return levelsOf(target?.attributes['w:val'] ?? '', styles, numbering, depth + 1)
  }
  const overridden = new Map(
    elementsOf(num, 'w:lvlOverride').flatMap((one) => {
      const level = child(one, 'w:lvl')
      return level ? [[one.attributes['w:ilvl'] ?? '', level] as const] : []
    }),
  )
  return elementsOf(abstract, 'w:lvl')
    .map((level) => overridden.get(level.attributes['w:ilvl'] ?? '') ?? level)
    .sort((a, b) => Number(a.attributes['w:ilvl']) - Number(b.attributes['w:ilvl']))
}

/** Where the words of a level start, and how far its number hangs before them (twips); undefined where it says nothing. */
export function indentOf(level: XmlElement | undefined): XmlElement | undefined {
  return child(child(level, 'w:pPr'), 'w:ind')
}

/** What a level prints: `decimal %1.%2`, without the point at its end, which a reference leaves out as well. */
function printed(level: XmlElement): string {
  const format = child(level, 'w:numFmt')?.attributes['w:val'] ?? 'decimal'
  const text = child(level, 'w:lvlText')?.attributes['w:val'] ?? ''
  return `${format} ${text.replace(/\.$/, '')}`
}

/** A level's number as somebody would write it: `“(%1)”`. */
function shown(level: XmlElement): string {
  return (child(level, 'w:lvlText')?.attributes['w:val'] ?? '').replace(/%(\d)/g, '$1')
}

/**
 * Our level with a firm's look: its type, indent and tabs always, and its way to count where a reference to the number
 * reads the same.
 *
 * @param free whether nothing refers to the numbers, so that any way to count will do
 * @param deeper by how many levels its place in the firm's list is deeper than in ours
 */
export function dressedLevel(
  ours: XmlElement,
  theirs: XmlElement | undefined,
  free: boolean,
  deeper: number,
  leave: (what: string) => void,
): XmlElement {
  if (!theirs) return ours
  const higher = shifted(theirs, deeper)
  const same = free ? kindOf(ours) === kindOf(higher) : printed(ours) === printed(higher)
  if (!same && !free) {
    leave(
      `its numbers “${shown(higher)}” are not taken along, since references in our documents are written for “${shown(ours)}”; their type and place are`,
    )
  }
  if (!same && free) return ours
  const from = same ? higher : ours
  const parts = ['w:start', 'w:numFmt'].map((name) => child(ours, name))
  const counting = same ? child(higher, 'w:numFmt') : parts[1]
  const layout = elementsOf(child(theirs, 'w:pPr')).filter(
    ({ name }) => name === 'w:tabs' || name === 'w:ind',
  )
  return element('w:lvl', { 'w:ilvl': ours.attributes['w:ilvl'] ?? '0' }, [
    ...[
      parts[0],
      counting ?? parts[1],
      child(theirs, 'w:suff'),
      child(from, 'w:lvlText'),
      child(theirs, 'w:lvlJc'),
    ].filter((one) => one !== undefined),
    ...(layout.length > 0
      ? [element('w:pPr', {}, layout)]
      : [child(ours, 'w:pPr')].filter((one) => one !== undefined)),
    ...[child(theirs, 'w:rPr')].filter((one) => one !== undefined),
  ])
}

/** Whether a list is counted or has bullets. */
function kindOf(level: XmlElement): string {
  return child(level, 'w:numFmt')?.attributes['w:val'] === 'bullet' ? 'bullets' : 'numbers'
}

/** A level whose numbers are named from another level on: `%2.%3` as `%1.%2`. */
function shifted(level: XmlElement, by: number): XmlElement {
  if (by === 0) return level
  return {
    ...level,
    children: level.children.map((one) => {
      if (one.type !== 'element' || one.name !== 'w:lvlText') return one
      const text = (one.attributes['w:val'] ?? '').replace(
        /%(\d)/g,
        (_, digit: string) => `%${Number(digit) - by}`,
      )
      return element('w:lvlText', { 'w:val': text })
    }),
  }
}

/** The order of what a level says (ECMA-376 part 1, 17.9.6), which LibreOffice does not keep. */
const LEVEL_ORDER = [
  'start',
  'numFmt',
  'lvlRestart',
  'pStyle',
  'isLgl',
  'suff',
  'lvlText',
  'legacy',
  'lvlJc',
  'pPr',
  'rPr',
].map((name) => `w:${name}`)

/** A list of a firm, as it stands but in order. */
export function inOrder(list: XmlElement): XmlElement {
  const rank = ({ name }: XmlElement) => LEVEL_ORDER.indexOf(name)
  return element(
    list.name,
    list.attributes,
    elementsOf(list).map((one) =>
      one.name === 'w:lvl'
        ? element(
            one.name,
            one.attributes,
            elementsOf(one).sort((a, b) => rank(a) - rank(b)),
          )
        : one,
    ),
  )
}

/** A list with its levels dressed, as XML. */
export function abstractNumber(list: XmlElement, id: number, levels: readonly XmlElement[]): string {
  const before = elementsOf(list).filter(({ name }) => name === 'w:multiLevelType')
  const inner = [...before, ...levels].map((one) => copied(one)).join('')
  return `<w:abstractNum w:abstractNumId="${id}">${inner}</w:abstractNum>`
}
