import { dayAfter } from '../../days.ts'
import {
  type Horizon,
  type Status,
  statuses,
  type VendorFilter,
  type VendorOrder,
  vendorOrders,
} from '../../register/index.ts'
import { today } from '../../today.ts'
import { Refusal } from '../refusal.ts'

type Query = Readonly<Record<string, unknown>>

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

/** What of an address asks for vendors, as it is carried on to another: `status=signed&owner=Ada`. */
export function filterWords(query: Query): string {
  const names = ['find', 'status', 'owner', 'category', 'model', 'sort']
  const told = names.flatMap((name): [string, string][] => {
    const word = wordIn(query, name)
    return word === undefined ? [] : [[name, word]]
  })
  return new URLSearchParams(told).toString()
}

/** How far ahead an address asks, from today on: `30d`, `6m`, `1y`. */
export function horizonIn(query: Query, usual = '90d'): Horizon {
  const due = wordIn(query, 'due') ?? usual
  const [, count, unit] = /^(\d{1,4})([dmy])$/.exec(due) ?? []
  if (count === undefined)
    throw new Refusal(400, 'due', `due ${due}: give a number and d, m or y, such as 30d`)
  const from = today()
  const units = { d: 'days', m: 'months', y: 'years' } as const
  return { from, until: dayAfter(from, Number(count), units[unit as keyof typeof units]) }
}

export function wordIn(query: Query, name: string): string | undefined {
  const value = query[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : undefined
}

function oneOf<Name extends string>(what: string, word: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === word)
  if (found !== undefined) return found
  throw new Refusal(400, what, `there is no ${what} ${word}: use one of ${names.join(', ')}`)
}
