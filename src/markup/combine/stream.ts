import { branchOf, child, elementsOf, type XmlElement } from '../../ooxml/index.ts'
import { Problem } from '../../problem.ts'
import { drawn, type ObjectKeys } from '../tokens/objects.ts'
import { cellsIn, rowsIn } from '../tokens/rows.ts'
import type { By } from '../tokens/types.ts'

/** How something stands to the base: in it, put in or taken out by a tracked change, or put in and taken out again. */
export type Standing = 'base' | 'in' | 'out' | 'neither'

/** The smallest thing that a tracked change can put in or take out. */
export interface Item {
  kind: 'character' | 'object' | 'end' | 'table' | 'row' | 'cell' | 'close'
  /** Equal for the same things in the same state of the base. */
  key: string
  standing: Standing
  by?: By
  /** `w:t`, `w:tab`, the paragraph, the row … */
  node: XmlElement
  /** Of a character: its place in the text of {@link node}. */
  at: number
  run?: XmlElement
  paragraph?: XmlElement
  /** The whole that comes with it, where it was put in: `w:ins`, or a link all of which is new. */
  whole?: XmlElement
  /** Of a table, row or cell: index of the item after it. */
  until?: number
}

const comes = new Set(['w:ins', 'w:moveTo', 'w:cellIns'])
const goes = new Set(['w:del', 'w:moveFrom', 'w:cellDel'])

/** Whether an element is a tracked change around words, or of an end, a row or a cell. */
export function isAround({ name }: XmlElement): boolean {
  return comes.has(name) || goes.has(name)
}

/** Whose a tracked change is. */
export function byOf({ attributes }: XmlElement): By {
  const date = attributes['w:date']
  return { author: attributes['w:author'] ?? '', ...(date !== undefined && { date }) }
}

interface Around {
  standing: Standing
  by?: By
  whole?: XmlElement
  /** Of a row or cell that was put in or taken out: all in it is. */
  fixed?: boolean
}

/**
 * A container of a file with tracked changes as one line of items: those of the base are the same in every file that was
 * made from it, so that a place of the one is a place of the other.
 *
 * @throws Problem where something is tracked that cannot be carried from file to file
 */
export function streamOf(container: XmlElement, keys: ObjectKeys): Item[] {
  const items: Item[] = []
  const blocks = (parent: XmlElement, around: Around): void => {
    for (const node of elementsOf(parent)) {
      if (node.name === 'w:p') paragraph(node, around)
      else if (node.name === 'w:tbl') table(node, around)
      else if (isAround(node)) blocks(node, within(around, node))
      else if (!node.name.endsWith('Pr')) {
        const inner =
          node.name === 'w:sdt'
            ? child(node, 'w:sdtContent')
            : node.name === 'mc:AlternateContent'
              ? branchOf(node)
              : node
        if (inner) blocks(inner, around)
      }
    }
  }
  const paragraph = (node: XmlElement, around: Around): void => {
    inline(node, node, around)
    const marks = elementsOf(child(child(node, 'w:pPr'), 'w:rPr')).filter(isAround)
    const end = around.fixed ? around : marks.reduce(within, around)
    items.push({ kind: 'end', key: '¶', node, at: 0, paragraph: node, ...plain(end) })
  }
  const inline = (parent: XmlElement, own: XmlElement, around: Around): void => {
    for (const node of elementsOf(parent)) {
      if (node.name === 'w:r') run(node, own, around)
      else if (isAround(node)) inline(node, own, around.fixed ? around : within(around, node))
      else if (node.name === 'm:oMath' || node.name === 'm:oMathPara') object(node, undefined, own, around)
      else if (!node.name.endsWith('Pr')) {
        const from = items.length
        if (node.name === 'w:fldSimple')
          items.push({
            kind: 'object',
            key: `{${node.attributes['w:instr'] ?? ''}}`,
            node,
            at: 0,
            paragraph: own,
            ...plain(around),
          })
        const inner = node.name === 'w:sdt' ? child(node, 'w:sdtContent') : node
        if (inner) inline(inner, own, around)
        const inside = items.slice(from)
        const isNew =
          inside.length > 0 && inside.every(({ standing }) => standing === 'in' || standing === 'neither')
        if (isNew) for (const item of inside) if (around.whole === undefined) item.whole = node
      }
    }
  }
  const run = (node: XmlElement, own: XmlElement, around: Around): void => {
    for (const leaf of elementsOf(node)) {
      if (/^w:(?:t|delText|instrText|delInstrText)$/.test(leaf.name)) {
        const field = leaf.name.endsWith('nstrText') ? 'field ' : ''
        const text = charactersOf(leaf)
        for (let at = 0; at < text.length; at += 1)
          items.push({
            kind: 'character',
            key: field + text[at],
            node: leaf,
            at,
            run: node,
            paragraph: own,
            ...plain(around),
          })
      } else if (leaf.name === 'w:fldChar')
        items.push({
          kind: 'object',
          key: `<${leaf.attributes['w:fldCharType']}>`,
          node: leaf,
          at: 0,
          run: node,
          paragraph: own,
          ...plain(around),
        })
      else if (
        /^w:(?:tab|br|cr|noBreakHyphen|sym|footnoteReference|endnoteReference)$/.test(leaf.name) ||
        drawn.has(leaf.name)
      )
        object(leaf, node, own, around)
    }
  }
  const object = (node: XmlElement, inRun: XmlElement | undefined, own: XmlElement, around: Around): void => {
    const key = /Reference$/.test(node.name) ? node.name : keys.keyOf(node)
    items.push({
      kind: 'object',
      key,
      node,
      at: 0,
      ...(inRun && { run: inRun }),
      paragraph: own,
      ...plain(around),
    })
  }
  const table = (node: XmlElement, around: Around): void => {
    const place = items.length
    items.push({ kind: 'table', key: '<table>', node, at: 0, ...plain(around) })
    const standings = new Set<Standing>()
    let by: By | undefined
    for (const row of rowsIn(node)) {
      const marks = elementsOf(child(row, 'w:trPr')).filter(isAround)
      const inRow = marks.reduce(within, around)
      const all: Around = inRow.standing === 'base' ? inRow : { ...inRow, fixed: true }
      standings.add(all.standing)
      by = all.by
      const from = items.length
      items.push({ kind: 'row', key: '<row>', node: row, at: 0, ...plain(all) })
      for (const cell of cellsIn(row)) {
        if (child(child(cell, 'w:tcPr'), 'w:cellMerge'))
          throw new Problem(
            'combine',
            'has cells of a table that were merged under tracking, which cannot be combined: accept or reject these first',
          )
        const inCell = all.fixed
          ? all
          : elementsOf(child(cell, 'w:tcPr')).filter(isAround).reduce(within, all)
        const own: Around = inCell.standing === 'base' ? inCell : { ...inCell, fixed: true }
        const at = items.length
        items.push({ kind: 'cell', key: '<cell>', node: cell, at: 0, ...plain(own) })
        blocks(cell, own)
        items[at]!.until = items.length
      }
      // Where a cell comes at the end of the row.
      items.push({ kind: 'close', key: '</row>', node: row, at: 0, ...plain(all) })
      items[from]!.until = items.length
    }
    const [only = 'base'] = standings.size === 1 ? standings : []
    const whole = only === 'base' ? {} : { standing: only, ...(by && { by }) }
    Object.assign(items[place]!, whole)
    items.push({ kind: 'close', key: '</table>', node, at: 0, ...plain(around), ...whole })
    items[place]!.until = items.length
  }
  blocks(container, { standing: 'base' })
  return items
}

function within(around: Around, mark: XmlElement): Around {
  const by = byOf(mark)
  const came = comes.has(mark.name)
  if (around.standing === 'base') return { standing: came ? 'in' : 'out', by, ...(came && { whole: mark }) }
  return came === (around.standing === 'in') ? around : { ...around, standing: 'neither' }
}

function plain({ standing, by, whole }: Around): Pick<Item, 'standing' | 'by' | 'whole'> {
  return { standing, ...(by && { by }), ...(whole && { whole }) }
}

/** The characters of a leaf. */
export function charactersOf({ children }: XmlElement): string {
  return children.map((node) => (node.type === 'text' ? node.text : '')).join('')
}

/** Whether an item is in the base. */
export function isOfBase({ standing }: Item): boolean {
  return standing === 'base' || standing === 'out'
}

/** What some items say, for people. */
export function wordsOf(items: readonly Item[]): string {
  return items
    .map(({ kind, key }) =>
      kind === 'character'
        ? key.replace(/^field /, '')
        : kind === 'end'
          ? ' ¶ '
          : kind === 'object'
            ? '□'
            : '',
    )
    .join('')
}
