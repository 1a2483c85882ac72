import { Problem } from '../../problem.ts'
import { type Field, fieldOf, matterFields } from '../fields.ts'
import { nearestFact } from '../written/path.ts'

/** A column of a table: the fact that its cells give, or a remark of whoever keeps the table. */
export type Column = { path: string; field: Field } | { own: string }

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
 * @throws Problem for a name that is no fact, with the nearest that is, or that is there twice
 */
export function factColumns(
  header: readonly string[],
  place: { file: string; line: number },
  known: FactColumns = matterColumns,
): Column[] {
  const seen = new Set<string>()
  const once = (name: string) => {
    if (seen.has(name)) throw new Problem('header', `${name} has two columns: leave one`, place)
    seen.add(name)
  }
  const cells = header.map((cell) => cell.trim())
  while (cells.at(-1) === '') cells.pop()
  const columns = cells.map((cell, at): Column => {
    if (cell.startsWith('#')) {
      const own = cell.slice(1).trim()
      once(`#${own}`)
      return { own }
    }
    const path = cell.replace(/^matter\./, '')
    if (path === '') {
      throw new Problem(
        'header',
        `column ${at + 1} has no name: name a fact, or begin it with # for a remark`,
        place,
      )
    }
    const asked = byQuestion(path, known)
    const found = asked ?? known.fieldOf(path)
    if (!found || ['group', 'list'].includes(found.kind) || (found.kind === 'map' && !path.includes('['))) {
      const near = known.nearest(path)
      const advice =
        near === undefined
          ? 'clausebook matter schema lists those that there are, and # before a name makes it a remark'
          : `did you mean ${near}?`
      throw new Problem('header', `there is no fact ${path}: ${advice}`, place)
    }
    const name = asked ? asked.path : path
    once(name)
    return { path: name, field: found }
  })
  if (!known.remarksAlone && columns.every((column) => 'own' in column))
    throw new Problem('header', 'the header names no fact, such as vendor.name', place)
  return columns
}

function byQuestion(words: string, known: FactColumns): Field | undefined {
  if (!/\s/.test(words)) return undefined
  const said = plain(words)
  return known.fields().find(({ question }) => plain(question) === said)
}

/** Whatever the apostrophes, capitals and the mark at the end. */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
