import type { Library } from '../../library/index.ts'
import { asRemark, leftOut } from '../../matter/table.ts'
import { registerFields, vendorFields } from '../../register/index.ts'
import { Refusal } from '../refusal.ts'
import type { AskedTable } from '../vendor-tables.ts'
import { wordIn } from './vendor-filter.ts'

/** What `vendor-columns.hbs` shows: each column of a table with its first values, and what it may be. */
export function columnsView(
  { file, header, columns, locale }: AskedTable,
  library: Pick<Library, 'flowDowns'>,
  given: Record<string, unknown> = {},
) {
  const groups = groupsOf(library)
  return {
    title: file,
    header: wordIn(given, 'header') ?? header,
    locale: wordIn(given, 'locale') ?? locale,
    columns: columns.map(({ header: name, examples, fact, isSaid }, at) => {
      const use = wordIn(given, `column_${at}`) ?? fact ?? asRemark
      return {
        name,
        field: `column_${at}`,
        examples: examples.join(' · '),
        isGuess: !isSaid && fact !== undefined,
        groups: groups.map(({ title, facts }) => ({
          title,
          facts: facts.map((one) => ({ ...one, chosen: one.path === use })),
        })),
        remark: use === asRemark,
        leftOut: use === leftOut,
      }
    }),
  }
}

/** The facts that a column may be, the most usual first. */
function groupsOf(library: Pick<Library, 'flowDowns'>) {
  const own = registerFields(library).filter(({ path }) => !path.startsWith('figures.'))
  const named = ({ path, question }: { path: string; question: string }) => ({ path, name: question })
  return [
    { title: 'The vendor', facts: vendorFields().map(named) },
    { title: 'The register', facts: own.filter(({ path }) => !path.startsWith('levels.')).map(named) },
    { title: 'What was signed', facts: own.filter(({ path }) => path.startsWith('levels.')).map(named) },
  ]
}

/** What a person says of each column, as `Supplier=vendor.name`. */
export function saidColumns({ columns }: AskedTable, given: Record<string, unknown>): string[] {
  return columns.map(({ header }, at) => `${header}=${wordIn(given, `column_${at}`) ?? leftOut}`)
}

/** The row in which the header stands, as a person says it. */
export function headerIn(given: Record<string, unknown>): number | undefined {
  const word = wordIn(given, 'header')
  if (word === undefined) return undefined
  const row = Number(word)
  if (Number.isSafeInteger(row) && row >= 1 && row <= 1_000_000) return row
  throw new Refusal(400, 'form', `${word} is no row: give the number of the row in which the header stands`)
}
