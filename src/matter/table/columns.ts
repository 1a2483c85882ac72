import { Problem } from '../../problem.ts'
import { type Field, fieldOf, matterFields } from '../fields.ts'
import { nearestFact } from '../written/path.ts'
import { usualFact } from './headers.ts'
import {
  asRemark,
  type ColumnMap,
  columnTitles,
  leftOut,
  type UnknownColumn,
  UnknownColumns,
} from './mapping.ts'
import { plainWords } from './plain.ts'

/** A column of a table: the fact that its cells give, a remark of whoever keeps the table, or what is left out. */
export type Column = { path: string; field: Field } | { own: string } | { leftOut: string; elsewhere?: true }

/** A remark in a row, under the name of its column without the `#`. */
export interface OwnCell {
  name: string
  words: string
}

/** Facts beside those of a matter that a table may have. */
export interface FactColumns {
  /** The fact under a name, as a header has it. */
  fieldOf(name: string): Field | undefined
  /** All of them, so that a header may have their questions. */
  fields(): readonly Field[]
  /** The path of the fact that a name was meant for. */
  nearest(name: string): string | undefined
  /** Whether a table may have remarks alone. */
  remarksAlone?: true
  /** Whether a header asks for what another kind of table keeps, so that it is left out here. */
  isElsewhere?(name: string): boolean
}

/** The facts of a matter. Headers that are questions mean those of the vendor before those of the list of vendors. */
export const matterColumns: FactColumns = {
  fieldOf,
  fields: () => matterFields().filter(({ path }) => !path.includes('[]') && !path.includes('{}')),
  nearest: nearestFact,
}

/**
 * The columns of a table by their header: a cell names a fact by its path or asks for it in the words of its question. One
 * that begins with # is a remark.
 *
 * @param said what a person says of columns whose header is no fact; left out: nobody can be asked
 * @throws UnknownColumns for all names that are no fact, each with the nearest that is; Problem for one that is there twice
 */
export function factColumns(
  header: readonly string[],
  place: { file: string; line: number },
  known: FactColumns = matterColumns,
  said?: ColumnMap,
): Column[] {
  const seen = new Set<string>()
  const once = (name: string) => {
    if (seen.has(name)) throw new Problem('header', `${name} has two columns: leave one`, place)
    seen.add(name)
  }
  const cells = header.map((cell) => cell.trim())
  while (cells.at(-1) === '') cells.pop()
  const unknown: UnknownColumn[] = []
  const twice: UnknownColumn[] = []
  const titles = columnTitles(cells)
  const columns = cells.map((cell, at): Column => {
    const title = titles[at]!
    const use = said?.useOf(title)
    if (use === leftOut) return { leftOut: title }
    if (use === asRemark || (use === undefined && cell.startsWith('#'))) {
      const own = title.replace(/^#/, '').trim()
      once(`#${own}`)
      return { own }
    }
    const found = factNamed(use ?? cell, known)
    if (found && use === undefined && seen.has(found.path)) {
      twice.push({ header: title, at })
      return { leftOut: title }
    }
    if (found) {
      once(found.path)
      return found
    }
    if (use !== undefined)
      throw new Problem('header', `there is no fact ${use}, which ${title} is said to be`, place)
    if (known.isElsewhere?.(cell)) return { leftOut: title, elsewhere: true }
    const guess = cell === '' ? undefined : guessed(cell, known)
    unknown.push({ header: title, at, ...(guess !== undefined && { guess }) })
    return { leftOut: title }
  })
  const [again] = twice
  if (again && said) {
    const reason = `${cells[again.at]} has two columns: leave one, or say what the second is, --column "${again.header}=${leftOut}" to leave it out`
    throw new UnknownColumns(reason, place, [...unknown, ...twice])
  }
  if (again) throw new Problem('header', `${cells[again.at]} has two columns: leave one`, place)
  if (unknown.length > 0)
    throw new UnknownColumns(unknownWords(unknown, cells, said !== undefined), place, unknown)
  if (!known.remarksAlone && !columns.some((column) => 'path' in column))
    throw new Problem('header', 'the header names no fact, such as vendor.name', place)
  return columns
}

/** How many cells of a row are facts as a header names them. */
export function knownIn(cells: readonly string[], known: FactColumns, said?: ColumnMap): number {
  return cells.filter((cell) => {
    const words = cell.trim()
    if (words === '') return false
    return factNamed(said?.useOf(words) ?? words, known) !== undefined || usualIn(words, known) !== undefined
  }).length
}

function factNamed(name: string, known: FactColumns): { path: string; field: Field } | undefined {
  const path = name.replace(/^matter\./, '')
  if (path === '') return undefined
  const asked = byQuestion(path, known)
  const own = known.fieldOf(path) ? path : path.toLowerCase()
  const field = asked ?? known.fieldOf(own)
  const isOne =
    field && !['group', 'list'].includes(field.kind) && (field.kind !== 'map' || path.includes('['))
  return isOne ? { path: asked?.path ?? own, field } : undefined
}

function guessed(cell: string, known: FactColumns): string | undefined {
  return usualIn(cell, known) ?? known.nearest(cell)
}

function usualIn(cell: string, known: FactColumns): string | undefined {
  const path = usualFact(cell)
  return path !== undefined && known.fieldOf(path) ? path : undefined
}

function unknownWords(
  unknown: readonly UnknownColumn[],
  cells: readonly string[],
  canBeSaid: boolean,
): string {
  const nameless = unknown.find(({ at }) => cells[at] === '')
  const told = unknown.map(({ header, guess }) => (guess === undefined ? header : `${header} (${guess}?)`))
  const [first] = unknown
  const reason = nameless
    ? `${nameless.header} has no name`
    : unknown.length > 1
      ? `${unknown.length} columns are no facts: ${told.join(', ')}`
      : `there is no fact ${first!.header}`
  if (!canBeSaid) {
    if (unknown.length === 1 && first!.guess !== undefined) return `${reason}: did you mean ${first!.guess}?`
    return `${reason}: clausebook matter schema lists those that there are, and # before a name makes it a remark`
  }
  const near = unknown.length === 1 && first!.guess !== undefined ? `did you mean ${first!.guess}? ` : ''
  const options = unknown.map(({ header, guess }) => `--column "${header}=${guess ?? asRemark}"`)
  return `${reason}: ${near}Rename ${unknown.length > 1 ? 'them' : 'it'}, or say ${options.join(' ')} (= # keeps a remark, = - leaves it out)`
}

function byQuestion(words: string, known: FactColumns): Field | undefined {
  if (!/\s/.test(words)) return undefined
  const said = plainWords(words)
  return known.fields().find(({ question }) => plainWords(question) === said)
}
