import { child, elementsOf, parseXml, type XmlElement } from '../../ooxml/index.ts'
import { own } from '../../own.ts'
import { adapted, type Fitting } from './adapted.ts'
import { copied, declarations } from './copy.ts'
import { element, paragraphProperties } from './element.ts'
import { sameAs } from './names.ts'
import { type ListLook, listOf } from './numbers.ts'
import { type StyleEntry, type StyleSheet, styleSheet } from './style-sheet.ts'

/** Size of our own type (half-points), by which ours is fitted to the firm's. */
const OUR_SIZE = 22

/** The styles of a document of ours in a firm's look. */
export interface DressedStyles {
  /** The part. */
  xml: string
  /** Ids in it, by ours. */
  ids: ReadonlyMap<string, string>
  /** Ids in it whose paragraphs Word counts by themselves. */
  counted: ReadonlySet<string>
  /** Style of a line of ours in a header or footer. */
  line: string
}

/**
 * The firm's styles, and those of ours that it lacks.
 *
 * @param source our `word/styles.xml`
 * @param used ids of the styles that the document has
 * @param numbering the firm's lists
 * @param clauses the firm's list of clauses
 */
export function dressedStyles(
  source: string,
  used: ReadonlySet<string>,
  firm: StyleSheet,
  numbering: XmlElement | undefined,
  clauses: ListLook,
): DressedStyles {
  const ours = styleSheet(parseXml(source))
  const taken = new Set(firm.byId.keys())
  const free = (wish: string) => {
    let id = wish
    for (let count = 2; taken.has(id); count += 1) id = `${wish}${count}`
    taken.add(id)
    return id
  }
  const missing: StyleEntry[] = []
  /** Styles of the firm for what stays with what follows, such as a caption with its table. */
  const keeping = new Set<string>()
  const ids = new Map<string, string>()
  const needed = withTheirs(used, ours)
  for (const style of ours.entries) {
    const twin = style.isDefault
      ? firm.defaultOf(style.type)
      : firm.named(style.type, own(sameAs, style.id) ?? [style.name])
    if (twin) {
      ids.set(style.id, twin.id)
      const keeps = (sheet: StyleSheet, one: StyleEntry) => sheet.inherited(one, 'w:pPr', 'w:keepNext')
      if (keeps(ours, style) && !keeps(firm, twin)) keeping.add(twin.id)
    } else if (needed.has(style.id) || style.isDefault) {
      ids.set(style.id, free(style.id))
      missing.push(style)
    }
  }
  const fitting: Fitting = { firm, ids, clauses, scale: sizeOf(firm) / OUR_SIZE }
  const line = free('RunningLine')
  const theirs = firm.entries.filter((one) => firm.byId.get(one.id) === one)
  const head = elementsOf(firm.root, 'w:latentStyles').slice(0, 1)
  const all = [
    ...head,
    ...theirs.map((one) => (keeping.has(one.id) ? withNext(one.element) : one.element)),
    ...missing.map((one) => adapted(one, fitting)),
    runningLine(line, ids.get('Header')!, firm.byId.get(ids.get('Header')!), firm, ours),
  ]
  return {
    xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles ${declarations}>${defaultsOf(firm, ours)}${all.map((one) => copied(one)).join('')}</w:styles>`,
    ids,
    counted: new Set(
      theirs
        .filter((one) => one.type === 'paragraph' && listOf(one, firm, numbering).length > 0)
        .map(({ id }) => id),
    ),
    line,
  }
}

/** A style whose paragraphs stay on the page of the next one. */
function withNext(style: XmlElement): XmlElement {
  const own = child(style, 'w:pPr')
  const kept = paragraphProperties([element('w:keepNext'), ...elementsOf(own)])
  if (own) return { ...style, children: style.children.map((one) => (one === own ? kept : one)) }
  const behind = new Set(['w:rPr', 'w:tblPr', 'w:trPr', 'w:tcPr', 'w:tblStylePr'])
  const at = elementsOf(style).findIndex(({ name }) => behind.has(name))
  const children = elementsOf(style)
  return {
    ...style,
    children: [
      ...children.slice(0, at < 0 ? children.length : at),
      kept,
      ...(at < 0 ? [] : children.slice(at)),
    ],
  }
}

/** Styles with those that they are based on, linked with or followed by. */
function withTheirs(used: ReadonlySet<string>, sheet: StyleSheet): ReadonlySet<string> {
  const found = new Set<string>(['Header'])
  const open = [...used, 'Header']
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    found.add(id)
    const style = sheet.byId.get(id)
    for (const name of ['w:basedOn', 'w:next', 'w:link']) {
      const other = child(style?.element, name)?.attributes['w:val']
      if (other !== undefined && !found.has(other)) open.push(other)
    }
  }
  return found
}

/** Size of a firm's text (half-points); Word's own where it says none (ECMA-376 part 1, 17.3.2.38). */
function sizeOf(firm: StyleSheet): number {
  const style = firm.named('paragraph', ['body text']) ?? firm.defaultOf('paragraph')
  const own = firm.inherited(style, 'w:rPr', 'w:sz') ?? child(defaultType(firm), 'w:sz')
  const size = Number(own?.attributes['w:val'] ?? 20)
  return size >= 8 && size <= 96 ? size : OUR_SIZE
}

function defaultType(sheet: StyleSheet): XmlElement | undefined {
  return child(child(child(sheet.root, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
}

/** The firm's type, in the language of our document; ours where it has no styles at all. */
function defaultsOf(firm: StyleSheet, ours: StyleSheet): string {
  const from = firm.entries.length > 0 ? firm : ours
  const type = elementsOf(defaultType(from)).filter(
    ({ name }) => !['w:lang', 'w:eastAsianLayout', 'w:specVanish', 'w:oMath'].includes(name),
  )
  const { attributes } = child(defaultType(ours), 'w:lang') ?? { attributes: {} }
  const language = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
  const layout = child(child(from.root, 'w:docDefaults'), 'w:pPrDefault')
  return `<w:docDefaults><w:rPrDefault><w:rPr>${type.map((one) => copied(one)).join('')}<w:lang${language}/></w:rPr></w:rPrDefault>${layout ? copied(layout) : ''}</w:docDefaults>`
}

/** A line of ours below the firm's header: in its type, with one tab at the right margin. */
function runningLine(
  id: string,
  header: string,
  theirs: StyleEntry | undefined,
  firm: StyleSheet,
  ours: StyleSheet,
): XmlElement {
  const tabs = elementsOf(child(child(ours.byId.get('Header')?.element, 'w:pPr'), 'w:tabs'))
  const cleared = elementsOf(firm.inherited(theirs, 'w:pPr', 'w:tabs')).flatMap((tab) => {
    const at = tab.attributes['w:pos']
    const own = tabs.some(({ attributes }) => attributes['w:pos'] === at)
    return at === undefined || own || tab.attributes['w:val'] === 'clear'
      ? []
      : [element('w:tab', { 'w:val': 'clear', 'w:pos': at })]
  })
  return element('w:style', { 'w:type': 'paragraph', 'w:customStyle': '1', 'w:styleId': id }, [
    element('w:name', { 'w:val': 'Running Line' }),
    element('w:basedOn', { 'w:val': header }),
    paragraphProperties([
      element('w:numPr', {}, [element('w:numId', { 'w:val': '0' })]),
      element('w:tabs', {}, [...cleared, ...tabs]),
      element('w:ind', { 'w:left': '0', 'w:right': '0', 'w:firstLine': '0' }),
      element('w:jc', { 'w:val': 'left' }),
    ]),
  ])
}
