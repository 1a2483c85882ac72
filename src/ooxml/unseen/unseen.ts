import type { Lists } from '../numbering/types.ts'
import type { WordPackage } from '../package/package.ts'
import { paragraphProperties } from '../style/paragraph-properties.ts'
import type { Styles } from '../style/styles.ts'
import type { XmlElement } from '../xml/types.ts'
import { branchOf, child, elementsOf, isOfOffice, onOff, textIn, val } from '../xml/walk.ts'
import { type Colour, drawnColour, hex, shadingIn, type Theme, themeOf, WHITE } from './colour.ts'
import { drawn, drawnOld } from './drawing.ts'
import { pagesOf } from './page.ts'
import { paragraphLayout } from './paragraph.ts'
import { first, runReasons, sizeIn } from './run.ts'
import { cellLevels, cellWidth, exactHeight, isCrossed, isFixed, rowReason, tableReason } from './table.ts'
import { type Cover, type Level, type Looks, type Page, type Reason, unseen } from './types.ts'

/** What is around a place of a part. */
interface Around {
  /** What its table's style says, nearest first. */
  table: readonly Level[]
  reasons: readonly Reason[]
  cell?: Colour | undefined
  /** Room for words in a cell or box, in twentieths of a point. */
  width?: number | undefined
}

/** Words that have a height of their own to fit in. */
interface Measured {
  nodes: XmlElement[]
  height: number
}

interface File {
  styles: Styles
  lists: Lists
  theme: Theme
  page?: Colour | undefined
}

/**
 * What the looks of a file may keep a reader of the page from reading: words in the colour of their ground, too small, squeezed,
 * beside the paper, in hidden rows, under shapes. It is told, not judged: where it cannot be known how a program lays the
 * words, they count.
 *
 * @param parts names of the parts with words, the main one first
 */
export function looksOf(
  file: WordPackage,
  { styles, lists }: { styles: Styles; lists: Lists },
  parts: readonly string[],
): Looks {
  const reasons = new Map<XmlElement, readonly Reason[]>()
  const covers: Cover[] = []
  const fields: string[] = []
  const { root } = file.xml(file.main)
  const pages = pagesOf(root)
  const page = hex(child(root, 'w:background')?.attributes['w:color'])
  const known = { styles, lists, theme: themeOf(file), page }
  for (const name of parts)
    new PartLooks(known, name === file.main ? pages : pages.slice(0, 1), { reasons, covers, fields }).visit(
      file.xml(name).root,
      {
        table: [],
        reasons: [],
      },
    )
  return { reasons, covers, fields, whole: wholeReasons(file) }
}

/** Settings by which a program prints less, or something else, than the file says (17.15.1). */
function wholeReasons(file: WordPackage): string[] {
  const target = file
    .relationships(file.main)
    .find(({ type, external }) => type === 'settings' && !external)?.target
  if (target === undefined || !file.has(target)) return []
  const { root } = file.xml(target)
  return [
    ...(onOff(root, 'w:printFormsData')
      ? ['all words outside forms, which are not printed by its settings']
      : []),
    ...(onOff(root, 'w:printPostScriptOverText') ? ['words under what the file sends to a printer'] : []),
  ]
}

/** Elements between a paragraph and its runs that Word knows. */
const WRAPPERS =
  /^(?:w:(?:ins|del|moveFrom|moveTo|hyperlink|fldSimple|sdt|sdtContent|smartTag|customXml|dir|bdo|r|p|ruby|rt|rubyBase)|mc:.*|m:.*)$/

class PartLooks {
  private readonly file: File
  private readonly pages: readonly Page[]
  private readonly reasons: Map<XmlElement, readonly Reason[]>
  private readonly covers: Cover[]
  private readonly fields: string[]
  private section = 0
  private measured: Measured[] = []

  constructor(
    file: File,
    pages: readonly Page[],
    found: { reasons: Map<XmlElement, readonly Reason[]>; covers: Cover[]; fields: string[] },
  ) {
    this.file = file
    this.pages = pages
    this.reasons = found.reasons
    this.covers = found.covers
    this.fields = found.fields
  }

  private get page(): Page {
    return this.pages[Math.min(this.section, this.pages.length - 1)]!
  }

  visit(node: XmlElement, around: Around): void {
    if (node.name === 'w:p') this.paragraph(node, around)
    else if (node.name === 'w:tbl') this.table(node, around)
    else if (node.name === 'mc:AlternateContent') {
      for (const one of elementsOf(branchOf(node))) this.visit(one, around)
    } else if (!node.name.endsWith('Pr')) {
      const inner = isOfOffice(node.name)
        ? around
        : this.because(around, unseen('in an element that Word may leave out'))
      for (const one of elementsOf(node)) this.visit(one, inner)
    }
  }

  private because(around: Around, ...more: readonly Reason[]): Around {
    return more.length === 0 ? around : { ...around, reasons: [...around.reasons, ...more] }
  }

  private paragraph(node: XmlElement, around: Around): void {
    const { styles, lists } = this.file
    const own = child(node, 'w:pPr')
    const chain = styles.chain('paragraph', val(own, 'w:pStyle'))
    const { list } = paragraphProperties(own, styles, () => undefined)
    const numbering = list && lists.get(list.id)?.levels[list.level]?.node
    const rest: Level[] = [
      ...around.table,
      { run: styles.defaults.run, paragraph: styles.defaults.paragraph },
    ]
    const styled = [...chain.map(({ run, paragraph }): Level => ({ run, paragraph })), ...rest]
    const { reasons, line } = paragraphLayout(
      [{ paragraph: own }, { paragraph: child(numbering, 'w:pPr') }, ...styled],
      this.page,
      around.width,
    )
    const context = this.because(around, ...this.page.reasons, ...reasons)
    const ground = { theme: this.file.theme, cell: around.cell, page: this.file.page, line }
    let letters = 0
    let size = 0
    let plain: readonly Reason[] | undefined
    const run = (one: XmlElement, inner: readonly Reason[]) => {
      const properties = child(one, 'w:rPr')
      const words = lettersIn(one)
      letters += words
      const character = val(properties, 'w:rStyle')
      const levels: Level[] = [
        { run: properties, paragraph: own },
        ...(character === undefined
          ? []
          : styles.chain('character', character).map((style): Level => ({ run: style.run }))),
        ...styled,
      ]
      size = Math.max(size, sizeIn(levels))
      if (properties === undefined) plain ??= runReasons(levels, rest.length, 0, ground)
      const found = properties === undefined ? plain! : runReasons(levels, rest.length, words, ground)
      const direction: Reason[] =
        onOff(properties, 'w:rtl') === true && !RIGHT_TO_LEFT.test(wordsIn(one))
          ? [{ kind: 'direction', why: 'set to run from right to left' }]
          : []
      const all = [...context.reasons, ...inner, ...found, ...direction]
      if (all.length > 0) this.reasons.set(one, all)
      for (const { nodes } of this.measured) nodes.push(one)
    }
    const inline = (one: XmlElement, inner: readonly Reason[]): void => {
      if (one.name === 'w:r' || one.name === 'm:r') {
        run(one, inner)
        if (one.name === 'w:r') this.inRun(one, node, around)
        return
      }
      if (one.name === 'mc:AlternateContent') {
        for (const next of elementsOf(branchOf(one))) inline(next, inner)
        return
      }
      if (one.name.endsWith('Pr')) return
      const more: Reason[] = []
      if (one.name === 'w:fldSimple') this.instruct(one.attributes['w:instr'] ?? '')
      if (!WRAPPERS.test(one.name)) more.push(unseen('in an element that Word may leave out'))
      if (one.name === 'w:bdo' || one.name === 'w:dir')
        more.push({ kind: 'direction', why: 'made to run in another direction' })
      for (const next of elementsOf(one)) inline(next, more.length === 0 ? inner : [...inner, ...more])
      if (one.name === 'm:oMath') {
        const inside = elementsDeep(one, 'm:r').flatMap((each) => this.reasons.get(each) ?? [])
        if (inside.length > 0) this.reasons.set(one, inside)
      }
    }
    for (const one of elementsOf(node)) if (one.name !== 'w:pPr') inline(one, [])
    if (numbering) {
      const mark = child(own, 'w:rPr')
      const label: Level[] = [{ run: child(numbering, 'w:rPr'), paragraph: own }, { run: mark }, ...styled]
      const found = [...context.reasons, ...runReasons(label, rest.length, 0, ground)]
      if (first(label.slice(0, -1), ({ run: one }) => onOff(one, 'w:vanish')) === true)
        found.push(unseen('hidden'))
      if (found.length > 0) this.reasons.set(node, found)
    }
    const width = Math.max(200, around.width ?? this.page.width - this.page.left - this.page.right)
    const lines = Math.ceil((letters * size * 4) / width)
    for (const one of this.measured) one.height += lines * size * 10
    if (child(own, 'w:sectPr')) this.section += 1
  }

  /** Shapes and boxes that hang on a run. */
  private inRun(node: XmlElement, paragraph: XmlElement, around: Around): void {
    for (const one of elementsOf(node)) {
      if (one.name === 'w:instrText') this.instruct(textIn(one))
      if (one.name === 'mc:AlternateContent') {
        const branch = branchOf(one)
        if (branch) this.inRun(branch, paragraph, around)
      } else if (one.name === 'w:drawing' || one.name === 'w:pict' || one.name === 'w:object')
        for (const shape of elementsOf(one))
          this.shape(shape, paragraph, { table: [], reasons: around.reasons })
      else if (one.name === 'w:r' || one.name === 'w:ruby') this.inRun(one, paragraph, around)
      else if (one.name === 'w:txbxContent') for (const inner of elementsOf(one)) this.visit(inner, around)
    }
  }

  private instruct(instruction: string): void {
    if (/^\s*(?:SET|ASK|ADVANCE|PRINT)\b/i.test(instruction))
      this.fields.push(instruction.trim().replace(/\s+/g, ' '))
  }

  private shape(node: XmlElement, paragraph: XmlElement, around: Around): void {
    const facts = node.name.startsWith('wp:')
      ? drawn(node, this.page)
      : node.name.startsWith('v:')
        ? drawnOld(node)
        : {}
    if (facts.cover !== undefined)
      this.covers.push({ identity: facts.cover, within: wordsIn(paragraph).replace(/\s+/g, ' ').trim() })
    const inner = this.because(around, ...(facts.reason === undefined ? [] : [unseen(facts.reason)]))
    const fill = fillOf(node, this.file.theme)
    const { box } = facts
    // What stands in a shape takes no room of the row that the shape hangs on.
    const { measured } = this
    this.measured = []
    const visit = (): void =>
      this.boxes(node, { ...inner, cell: fill, width: box && box.width > 400 ? box.width - 288 : undefined })
    if (box && !box.grows && box.height > 0) this.measure(box.height, 'in a box that may cut them off', visit)
    else visit()
    this.measured = measured
  }

  /** The words of the boxes in a shape; shapes in it are looked at on their own where they say how they lie. */
  private boxes(node: XmlElement, around: Around): void {
    for (const one of elementsOf(node.name === 'mc:AlternateContent' ? branchOf(node) : node)) {
      if (one.name === 'w:txbxContent') for (const inner of elementsOf(one)) this.visit(inner, around)
      else this.boxes(one, around)
    }
  }

  private table(node: XmlElement, around: Around): void {
    const { styles } = this.file
    const properties = child(node, 'w:tblPr')
    const chain = styles.chain('table', val(properties, 'w:tblStyle'))
    const own = tableReason(node, this.page)
    const direction: Reason[] =
      onOff(properties, 'w:bidiVisual') === true
        ? [{ kind: 'direction', why: 'in a table that runs from right to left' }]
        : []
    const inner = this.because(around, ...(own === undefined ? [] : [unseen(own)]), ...direction)
    const rows = deepElements(node, 'w:tr')
    for (const [at, { node: row, foreign }] of rows.entries()) {
      const hidden = rowReason(row)
      const out = this.because(
        inner,
        ...(hidden === undefined ? [] : [unseen(hidden)]),
        ...(foreign ? [unseen('in an element that Word may leave out')] : []),
      )
      const cells = deepElements(row, 'w:tc')
      const visit = () => {
        for (const [place, { node: cell, foreign: strange }] of cells.entries()) {
          const own = child(cell, 'w:tcPr')
          const levels = cellLevels(node, chain, {
            row: at,
            rows: rows.length,
            cell: place,
            cells: cells.length,
          })
          this.cell(
            cell,
            this.because(out, ...(strange ? [unseen('in an element that Word may leave out')] : [])),
            { table: node, own, levels },
          )
        }
      }
      const height = exactHeight(row)
      if (height === undefined) visit()
      else this.measure(height, 'in a row too low for them', visit)
    }
  }

  private cell(
    node: XmlElement,
    around: Around,
    { table, own, levels }: { table: XmlElement; own: XmlElement | undefined; levels: readonly Level[] },
  ): void {
    const { theme } = this.file
    const paper = around.cell ?? WHITE
    const ground =
      shadingIn(child(own, 'w:shd'), theme, paper) ??
      first(levels, ({ cell }) => shadingIn(child(cell, 'w:shd'), theme, paper)) ??
      shadingIn(child(child(table, 'w:tblPr'), 'w:shd'), theme, paper) ??
      around.cell
    const width = cellWidth(table, node)
    const reasons: Reason[] = []
    if (isCrossed([own, ...levels.map(({ cell }) => cell)]))
      reasons.push(unseen('in a cell that is crossed through'))
    if (width !== undefined && width < 80 && isFixed(table)) reasons.push(unseen('in a cell without width'))
    const inner = this.because(around, ...reasons)
    const content = {
      ...inner,
      table: [...levels, ...around.table],
      cell: ground,
      ...(width !== undefined && width > 200 && { width }),
    }
    const visit = () => {
      for (const one of elementsOf(node)) if (one.name !== 'w:tcPr') this.visit(one, content)
    }
    // Cells stand beside each other: the highest counts.
    const heights = this.measured.map(({ height }) => height)
    visit()
    this.measured.forEach((one, at) => {
      const before = heights[at]!
      one.height = Math.max(before, one.height - before)
    })
  }

  /** Visits words that must fit into a height, and tells where they may not. */
  private measure(height: number, why: string, visit: () => void): void {
    const own: Measured = { nodes: [], height: 0 }
    this.measured.push(own)
    visit()
    this.measured.pop()
    if (own.height <= height * 1.3) return
    for (const node of own.nodes) this.reasons.set(node, [...(this.reasons.get(node) ?? []), unseen(why)])
  }
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u

function deepElements(node: XmlElement, name: string): { node: XmlElement; foreign: boolean }[] {
  const found: { node: XmlElement; foreign: boolean }[] = []
  const visit = (one: XmlElement, foreign: boolean): void => {
    const children = one.name === 'mc:AlternateContent' ? elementsOf(branchOf(one)) : elementsOf(one)
    for (const next of children) {
      if (next.name === name) found.push({ node: next, foreign })
      else if (!next.name.endsWith('Pr') && next.name !== 'w:tc' && next.name !== 'w:tr')
        visit(next, foreign || !isOfOffice(next.name))
    }
  }
  visit(node, false)
  return found
}

function elementsDeep(node: XmlElement, name: string): XmlElement[] {
  return elementsOf(node).flatMap((one) => (one.name === name ? [one] : elementsDeep(one, name)))
}

function wordsIn(node: XmlElement): string {
  if (/^w:(?:txbxContent|instrText|drawing|pict|object)$/.test(node.name)) return ''
  return node.children.map((one) => (one.type === 'text' ? one.text : wordsIn(one))).join('')
}

function lettersIn(node: XmlElement): number {
  return wordsIn(node).trim().length
}

/** What a shape is filled with. */
function fillOf(node: XmlElement, theme: Theme): Colour | undefined {
  if (node.name.startsWith('v:'))
    return /^(?:f|false|0)$/i.test(node.attributes.filled ?? '') ? undefined : hex(node.attributes.fillcolor)
  const [shape] = elementsDeep(node, 'wps:spPr')
  const solid = child(shape, 'a:solidFill')
  return solid ? drawnColour(solid, theme).colour : undefined
}
