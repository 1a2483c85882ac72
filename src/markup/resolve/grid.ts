import { child, elementsOf, type XmlElement } from '../../ooxml/index.ts'
import { placesOf } from '../tokens/places.ts'
import { cellsIn, rowsIn } from '../tokens/rows.ts'

/**
 * The columns of a table's grid whose cells are gone: those of which at least one cell went and that no cell covers which is
 * still there.
 *
 * @param isGone whether a row or cell is not there any more
 */
export function columnsGone(table: XmlElement, isGone: (node: XmlElement) => boolean): Set<XmlElement> {
  const columns = elementsOf(child(table, 'w:tblGrid'), 'w:gridCol')
  const [went, stay] = [new Set<number>(), new Set<number>()]
  for (const row of rowsIn(table)) {
    if (isGone(row)) continue
    const cells = cellsIn(row)
    placesOf(row, cells).forEach(({ from, to }, at) => {
      const found = isGone(cells[at]!) ? went : stay
      for (let column = from; column < to; column += 1) found.add(column)
    })
  }
  return new Set(columns.filter((_, at) => went.has(at) && !stay.has(at)))
}
