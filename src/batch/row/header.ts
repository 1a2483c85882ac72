import { type Field, fieldOf } from '../../matter/index.ts'
import { nearestFact } from '../../matter/written.ts'
import { Problem } from '../../problem.ts'

/** A column of a table: the fact that its cells give. */
export interface Column {
  path: string
  field: Field
}

/**
 * The columns of a table by their header. One that begins with # is a remark, and is not read.
 *
 * @returns a column for each cell of the header, undefined for a remark
 * @throws Problem for a name that is no fact, with the nearest that is, or that is there twice
 */
export function columnsOf(header: string[], file: string): (Column | undefined)[] {
  const place = { file, line: 1 }
  const seen = new Set<string>()
  const columns = header.map((cell, at): Column | undefined => {
    const path = cell.trim().replace(/^matter\./, '')
    if (path.startsWith('#')) return undefined
    if (path === '') {
      throw new Problem(
        'header',
        `column ${at + 1} has no name: name a fact, or begin it with # for a remark`,
        place,
      )
    }
    const field = fieldOf(path)
    if (!field || ['group', 'list'].includes(field.kind) || (field.kind === 'map' && !path.includes('['))) {
      const near = nearestFact(path)
      const advice =
        near === undefined
          ? 'clausebook matter schema lists those that there are, and # before a name makes it a remark'
          : `did you mean ${near}?`
      throw new Problem('header', `there is no fact ${path}: ${advice}`, place)
    }
    if (seen.has(path)) throw new Problem('header', `${path} has two columns: leave one`, place)
    seen.add(path)
    return { path, field }
  })
  if (seen.size === 0) throw new Problem('header', 'the header names no fact, such as vendor.name', place)
  return columns
}
