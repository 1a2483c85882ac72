import {
  type Horizon,
  horizonFrom,
  type Status,
  statuses,
  type VendorColumn,
  type VendorFilter,
  type VendorOrder,
  type ViewAsks,
  vendorColumns,
  vendorOrders,
} from '../../register/index.ts'
import { today } from '../../today.ts'
import { Refusal } from '../refusal.ts'

/** So many characters the register keeps of a name. */
const longest = 500

type Query = Readonly<Record<string, unknown>>

export const filterNames = ['find', 'status', 'owner', 'category', 'model', 'sort']

/** Which vendors an address asks for; a name that is none is refused, since a list that leaves it out would mislead. */
export function filterIn(query: Query): VendorFilter {
  const [find, owner, category, model] = ['find', 'owner', 'category', 'model'].map((name) =>
    wordIn(query, name),
  )
  const status = wordIn(query, 'status')
  const sort = wordIn(query, 'sort')
  return {
    ...(find !== undefined && { find }),
    ...(owner !== undefined && { owner }),
    ...(category !== undefined && { category }),
    ...(model !== undefined && { model }),
    ...(status !== undefined && { status: [oneOf<Status>('status', status, statuses)] }),
    ...(sort !== undefined && { sort: oneOf<VendorOrder>('sort', sort, vendorOrders) }),
  }
}

/** A name that is none is refused: an answer without it would be taken for one with it. */
export function requireNames(query: Query, known: readonly string[]): void {
  const wrong = Object.keys(query).find((name) => !known.includes(name))
  if (wrong !== undefined)
    throw new Refusal(400, 'filter', `there is no filter ${wrong}: use ${known.join(', ')}`)
}

/** The columns that an address asks for, in the order of the list; undefined: the usual ones. */
export function columnsIn(query: Query): VendorColumn[] | undefined {
  const said = new Set([query.columns ?? []].flat().map(String))
  const columns = vendorColumns.filter((one) => said.has(one))
  return columns.length === 0 ? undefined : columns
}

/** What of an address asks for vendors, as it is carried on to another: `status=signed&owner=Ada`. */
export function filterWords(query: Query): string {
  const told = filterNames.flatMap((name): [string, string][] => {
    const word = wordIn(query, name)
    return word === undefined ? [] : [[name, word]]
  })
  const columns = (columnsIn(query) ?? []).map((one): [string, string] => ['columns', one])
  return new URLSearchParams([...told, ...columns]).toString()
}

/** What an address asks for, as a view keeps it. */
export function asksIn(query: Query): ViewAsks {
  const { status, ...filter } = filterIn(query)
  const columns = columnsIn(query)
  return { ...filter, ...(status?.[0] && { status: status[0] }), ...(columns && { columns }) }
}

/** How far ahead an address asks, from today on: `30d`, `6m`, `1y`. */
export function horizonIn(query: Query, usual = '90d'): Horizon {
  const due = wordIn(query, 'due') ?? usual
  if (!/^\d{1,4}[dmy]$/.test(due))
    throw new Refusal(400, 'due', `due ${due}: give a number and d, m or y, such as 30d`)
  return horizonFrom(today(), due)
}

export function wordIn(query: Query, name: string): string | undefined {
  const value = query[name]
  if (typeof value !== 'string' || value.trim() === '') return undefined
  if (value.trim().length <= longest) return value.trim()
  // What is cut off without a word is lost.
  throw new Refusal(400, 'too-long', `${name} has ${longest} characters at most`)
}

function oneOf<Name extends string>(what: string, word: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === word)
  if (found !== undefined) return found
  throw new Refusal(400, what, `there is no ${what} ${word}: use one of ${names.join(', ')}`)
}
