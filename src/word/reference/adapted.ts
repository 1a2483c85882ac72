import { child, elementsOf, type XmlElement } from '../../ooxml/index.ts'
import { element, paragraphProperties } from './element.ts'
import { type Part, wears } from './names.ts'
import { indentOf, type ListLook } from './numbers.ts'
import type { StyleEntry, StyleSheet } from './style-sheet.ts'

/** What a style of ours is fitted to. */
export interface Fitting {
  firm: StyleSheet
  /** Ids in the firm's sheet, by ours. */
  ids: ReadonlyMap<string, string>
  /** The firm's list of clauses. */
  clauses: ListLook
  /** Size of the firm's type against ours. */
  scale: number
}

/** A style of ours as it stands beside the firm's: based on them, with what ours is for. */
export function adapted(style: StyleEntry, { firm, ids, clauses, scale }: Fitting): XmlElement {
  const role = wears.find((one) => one.ids.test(style.id))
  const wanted = role && ((clauses.length > 0 && role.numbered) || role.of)
  const parent =
    wanted &&
    (firm.named(style.type, wanted) ?? (role.part === 'body' ? firm.defaultOf(style.type) : undefined))
  const part: Part = role && parent ? role.part : 'small'
  const inherited = parent ? parent.id : style.basedOn === undefined ? undefined : ids.get(style.basedOn)
  const numbered = parent !== undefined && firm.inherited(parent, 'w:pPr', 'w:numPr') !== undefined
  const children = elementsOf(style.element).flatMap((one): XmlElement[] => {
    if (one.name === 'w:basedOn' || one.name === 'w:pPr') return []
    if (one.name === 'w:next' || one.name === 'w:link') {
      const id = ids.get(one.attributes['w:val'] ?? '')
      return id === undefined ? [] : [element(one.name, { 'w:val': id })]
    }
    if (one.name !== 'w:rPr') return [one]
    return part === 'heading' ? [] : [scaledType(one, scale)]
  })
  const layout = elementsOf(child(style.element, 'w:pPr')).flatMap((one) =>
    layoutOf(one, style, part, parent, firm),
  )
  const level =
    /^Clause(?:Text|Lead)?(\d)$/.exec(style.id)?.[1] ?? (style.id === 'ClauseHeading' ? '1' : undefined)
  const indent = level === undefined ? undefined : indentOf(clauses[Number(level) - 1])
  const properties = [
    ...(numbered ? [element('w:numPr', {}, [element('w:numId', { 'w:val': '0' })])] : []),
    ...layout,
    ...(indent ? [style.id.startsWith('ClauseText') ? leftOf(indent) : indent] : []),
  ]
  const place = children.findIndex(({ name }) => !['w:name', 'w:aliases'].includes(name))
  const based = inherited === undefined ? [] : [element('w:basedOn', { 'w:val': inherited })]
  const head = children.slice(0, place < 0 ? children.length : place)
  const rest = place < 0 ? [] : children.slice(place)
  const type = rest.findIndex(({ name }) =>
    ['w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr', 'w:tblStylePr'].includes(name),
  )
  const at = type < 0 ? rest.length : type
  const { 'w:default': isDefault, ...attributes } = style.element.attributes
  return element(
    'w:style',
    {
      ...attributes,
      // There is one default style of a kind, the firm's where it has one.
      ...(isDefault !== undefined && !firm.defaultOf(style.type) && { 'w:default': '1' }),
      'w:styleId': ids.get(style.id) ?? style.id,
    },
    [
      ...head,
      ...based,
      ...rest.slice(0, at),
      ...(properties.length > 0 ? [paragraphProperties(properties)] : []),
      ...rest.slice(at),
    ],
  )
}

function layoutOf(
  one: XmlElement,
  { type }: StyleEntry,
  part: Part,
  parent: StyleEntry | undefined,
  firm: StyleSheet,
): XmlElement[] {
  if (type !== 'paragraph' || part === 'small') return [one]
  if (one.name === 'w:jc') return []
  if (one.name !== 'w:spacing') return [one]
  if (part === 'heading') return []
  return isSpaced(parent, firm) ? [] : [one]
}

/** Whether a firm's paragraphs stand apart by themselves; where not, ours keep their space. */
function isSpaced(style: StyleEntry | undefined, firm: StyleSheet): boolean {
  const own = firm.inherited(style, 'w:pPr', 'w:spacing')
  const defaults = child(
    child(child(child(firm.root, 'w:docDefaults'), 'w:pPrDefault'), 'w:pPr'),
    'w:spacing',
  )
  return [own, defaults].some(
    (one) => Number(one?.attributes['w:after'] ?? 0) + Number(one?.attributes['w:before'] ?? 0) > 0,
  )
}

function leftOf({ attributes }: XmlElement): XmlElement {
  const left = attributes['w:left'] ?? attributes['w:start'] ?? '0'
  return element('w:ind', { 'w:left': left, 'w:firstLine': '0' })
}

/** Our sizes in proportion to the firm's. */
function scaledType(properties: XmlElement, scale: number): XmlElement {
  return element(
    'w:rPr',
    {},
    elementsOf(properties).map((one) => {
      if (one.name !== 'w:sz' && one.name !== 'w:szCs') return one
      const size = Math.max(2, Math.round(Number(one.attributes['w:val'] ?? 22) * scale))
      return element(one.name, { 'w:val': String(size) })
    }),
  )
}
