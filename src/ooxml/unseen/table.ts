import type { Style } from '../style/styles.ts'
import type { XmlElement } from '../xml/types.ts'
import { child, elementsOf, isOn, numberVal, onOff, whole } from '../xml/walk.ts'
import type { Level } from './types.ts'

/** Where a cell stands in its table. */
export interface Standing {
  row: number
  rows: number
  cell: number
  cells: number
}

/** What a table's style says of a cell, nearest first: corners, rows, columns, bands, the whole (17.7.6). */
export function cellLevels(table: XmlElement, styles: readonly Style[], standing: Standing): Level[] {
  const parts = [...conditionsOf(child(table, 'w:tblPr'), styles, standing)]
  return [
    ...parts.flatMap((part) =>
      styles.flatMap(({ node }) =>
        elementsOf(node, 'w:tblStylePr')
          .filter(({ attributes }) => attributes['w:type'] === part)
          .map(levelOf),
      ),
    ),
    ...styles.map(({ node }) => levelOf(node)),
  ]
}

function levelOf(node: XmlElement | undefined): Level {
  return { run: child(node, 'w:rPr'), paragraph: child(node, 'w:pPr'), cell: child(node, 'w:tcPr') }
}

function* conditionsOf(
  properties: XmlElement | undefined,
  styles: readonly Style[],
  { row, rows, cell, cells }: Standing,
): Generator<string> {
  const look = child(properties, 'w:tblLook')?.attributes
  const bits = Number.parseInt(look?.['w:val'] ?? '0', 16) || 0
  const on = (name: string, bit: number) => {
    const said = look?.[`w:${name}`]
    return said === undefined ? (bits & bit) !== 0 : isOn(said)
  }
  const is = {
    firstRow: on('firstRow', 0x20) && row === 0,
    lastRow: on('lastRow', 0x40) && row === rows - 1,
    firstCol: on('firstColumn', 0x80) && cell === 0,
    lastCol: on('lastColumn', 0x100) && cell === cells - 1,
  }
  if (is.firstRow && is.firstCol) yield 'nwCell'
  if (is.firstRow && is.lastCol) yield 'neCell'
  if (is.lastRow && is.firstCol) yield 'swCell'
  if (is.lastRow && is.lastCol) yield 'seCell'
  for (const name of ['firstRow', 'lastRow', 'firstCol', 'lastCol'] as const) if (is[name]) yield name
  const size = (name: string) =>
    Math.max(
      1,
      styles.map(({ node }) => numberVal(child(node, 'w:tblPr'), name)).find((one) => one !== undefined) ?? 1,
    )
  const band = (at: number, name: string) => 1 + (Math.floor(at / size(name)) % 2)
  if (!on('noHBand', 0x200))
    yield `band${band(on('firstRow', 0x20) ? row - 1 : row, 'w:tblStyleRowBandSize')}Horz`
  if (!on('noVBand', 0x400))
    yield `band${band(on('firstColumn', 0x80) ? cell - 1 : cell, 'w:tblStyleColBandSize')}Vert`
}

/** Why nothing of a row may be seen, whatever is in it. */
export function rowReason(row: XmlElement): string | undefined {
  return onOff(child(row, 'w:trPr'), 'w:hidden') === true ? 'in a hidden row' : undefined
}

/** Height of a row in twentieths of a point, where it is exact. */
export function exactHeight(row: XmlElement): number | undefined {
  const height = child(child(row, 'w:trPr'), 'w:trHeight')?.attributes
  return height?.['w:hRule'] === 'exact' ? (whole(height['w:val']) ?? 0) : undefined
}

/** Why nothing of a table may be seen where it is laid. */
export function tableReason(
  table: XmlElement,
  page: { width: number; height: number; left: number },
): string | undefined {
  const properties = child(table, 'w:tblPr')
  const indent = whole(child(properties, 'w:tblInd')?.attributes['w:w']) ?? 0
  const floats = child(properties, 'w:tblpPr')?.attributes
  const place = (name: string) => whole(floats?.[`w:${name}`])
  const [x, y] = [place('tblpX'), place('tblpY')]
  const across = floats?.['w:horzAnchor'] === 'page' ? 0 : page.left
  if (indent < -page.left - 300 || indent > page.width - 200) return 'in a table beside the paper'
  if (x !== undefined && (x + across < -300 || x + across > page.width - 200))
    return 'in a table beside the paper'
  if (y !== undefined && (y < -page.height || y > page.height - 200)) return 'in a table beside the paper'
  return undefined
}

/** Widest and narrowest that is known of a cell, its margins taken off, in twentieths of a point. */
export function cellWidth(table: XmlElement, cell: XmlElement): number | undefined {
  const own = child(child(cell, 'w:tcPr'), 'w:tcW')?.attributes
  if (own?.['w:type'] !== 'dxa') return undefined
  const width = whole(own['w:w'])
  if (width === undefined || width === 0) return undefined
  const margin = (side: string) =>
    whole(child(child(child(cell, 'w:tcPr'), 'w:tcMar'), `w:${side}`)?.attributes['w:w']) ??
    whole(child(child(child(table, 'w:tblPr'), 'w:tblCellMar'), `w:${side}`)?.attributes['w:w']) ??
    108
  return width - margin('left') - margin('right')
}

/** Whether the columns of a table keep the widths that they are given. */
export function isFixed(table: XmlElement): boolean {
  return child(child(table, 'w:tblPr'), 'w:tblLayout')?.attributes['w:type'] === 'fixed'
}

/** Whether a line goes through a cell, from corner to corner. */
export function isCrossed(levels: readonly (XmlElement | undefined)[]): boolean {
  return ['w:tl2br', 'w:tr2bl'].some((name) => {
    const line = levels.map((one) => child(child(one, 'w:tcBorders'), name)).find((one) => one !== undefined)
    return line !== undefined && !/^(?:nil|none)$/.test(line.attributes['w:val'] ?? 'nil')
  })
}
