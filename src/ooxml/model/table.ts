import type { XmlElement } from '../xml/types.ts'
import { branchOf, child, elementsOf, numberVal, onOff, val } from '../xml/walk.ts'
import { contentOf, controlOf } from './control.ts'
import { wordsParagraph } from './drawing.ts'
import type { Around, Place } from './reading.ts'
import { marksIn, revisionOf } from './revisions.ts'
import type { Block, Cell, CellMerge, Row, Story, Table } from './types.ts'

type ReadBlocks = (node: XmlElement, place: Place, around: Around) => Block[]

/** Most columns that one cell may be said to cover. */
const MOST_COLUMNS = 1_000

/** Reads a table: rows of cells, through the content controls and tracked changes around them (17.4). */
export function readTable(node: XmlElement, place: Place, around: Around, readBlocks: ReadBlocks): Table {
  const rows: Row[] = []
  const properties = child(node, 'w:tblPr')
  const said = [val(properties, 'w:tblCaption'), val(properties, 'w:tblDescription')]
    .filter(Boolean)
    .join(' ')
  if (said !== '') place.reading.boxes.push(saidOf(node, said, place, around))
  each(node, 'w:tr', place, around, (row, around) => rows.push(readRow(row, place, around, readBlocks)))
  return { type: 'table', node, rows, ...(around.control && { control: around.control }) }
}

/** What a table says to those who do not see it, as a drawing does (17.4.58, 17.4.59). */
function saidOf(node: XmlElement, text: string, { reading, part }: Place, { revisions }: Around): Story {
  return {
    kind: 'box',
    id: String(reading.boxes.length + 1),
    part,
    node,
    blocks: [wordsParagraph(node, text)],
    revisions,
    hidden: false,
    drawing: 'table',
  }
}

function readRow(node: XmlElement, place: Place, around: Around, readBlocks: ReadBlocks): Row {
  const properties = child(node, 'w:trPr')
  const revisions = marksIn(properties, around.revisions)
  if (revisions.length > around.revisions.length) place.reading.tracked = true
  const cells: Cell[] = []
  each(node, 'w:tc', place, { ...around, revisions }, (cell, around) =>
    addCell(cells, readCell(cell, place, around, readBlocks), cell),
  )
  return {
    node,
    cells,
    head: onOff(properties, 'w:tblHeader') ?? false,
    before: columns(numberVal(properties, 'w:gridBefore') ?? 0),
    revisions,
    ...(around.control && { control: around.control }),
  }
}

/** A cell that continues the one before it, as old files write it, is a part of that. */
function addCell(cells: Cell[], cell: Cell, node: XmlElement): void {
  const before = cells.at(-1)
  const merged = child(child(node, 'w:tcPr'), 'w:hMerge')
  if (before && merged && (merged.attributes['w:val'] ?? 'continue') === 'continue') {
    before.columns += cell.columns
    for (const block of cell.blocks) before.blocks.push(block)
  } else cells.push(cell)
}

function readCell(node: XmlElement, place: Place, around: Around, readBlocks: ReadBlocks): Cell {
  const properties = child(node, 'w:tcPr')
  const before = child(child(properties, 'w:tcPrChange'), 'w:tcPr')
  const revisions = marksIn(properties, around.revisions)
  if (revisions.length > around.revisions.length) place.reading.tracked = true
  return {
    node,
    blocks: readBlocks(node, place, { ...around, revisions }),
    columns: columns(numberVal(properties, 'w:gridSpan') ?? 1),
    ...(before && { columnsBefore: columns(numberVal(before, 'w:gridSpan') ?? 1) }),
    ...mergeIn(properties),
    revisions,
    ...(around.control && { control: around.control }),
  }
}

/** How a cell is merged with those above and below, and how it was (17.4.84, 17.13.5.2). */
function mergeIn(properties: XmlElement | undefined): Pick<Cell, 'merge' | 'mergeBefore'> {
  const tracked = child(properties, 'w:cellMerge')?.attributes
  if (tracked) {
    const merge = mergeOf(tracked['w:vMerge'])
    return { ...(merge && { merge }), mergeBefore: mergeOf(tracked['w:vMergeOrig']) ?? 'none' }
  }
  const merged = child(properties, 'w:vMerge')
  return merged ? { merge: mergeOf(merged.attributes['w:val'] ?? 'continue') ?? 'continue' } : {}
}

function mergeOf(value: string | undefined): CellMerge | undefined {
  if (value === 'restart' || value === 'rest') return 'start'
  return value === 'continue' || value === 'cont' ? 'continue' : undefined
}

function columns(value: number): number {
  return Math.min(Math.max(value, 0), MOST_COLUMNS)
}

/** Every row or cell in an element, through what wraps it. */
function each(
  node: XmlElement,
  name: string,
  place: Place,
  around: Around,
  found: (node: XmlElement, around: Around) => void,
): void {
  const children = node.name === 'mc:AlternateContent' ? elementsOf(branchOf(node)) : contentOf(node)
  for (const one of children) {
    if (one.name === name) found(one, around)
    else if (!one.name.endsWith('Pr') && one.name !== 'w:tblGrid') {
      const revision = revisionOf(one)
      if (revision) place.reading.tracked = true
      each(
        one,
        name,
        place,
        {
          revisions: revision ? [...around.revisions, revision] : around.revisions,
          control: controlOf(one, around.control) ?? around.control,
        },
        found,
      )
    }
  }
}
