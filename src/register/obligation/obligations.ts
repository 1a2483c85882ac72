import { dayAfter } from '../../days.ts'
import {
  type Due,
  type FlowDown,
  figureWords,
  type Level,
  type Library,
  levelNamed,
} from '../../library/index.ts'
import { compare } from '../find.ts'
import { vendorTitle } from '../record.ts'
import { byContract } from '../together.ts'
import type { KeptVendor, VendorRecord } from '../types.ts'
import type { Obligation, Obligations, Undated } from './types.ts'

/** Which days are asked for, ISO dates, both included. */
export interface Horizon {
  from: string
  until: string
}

/**
 * So far ahead of a day.
 *
 * @param due a number of days, months or years: `30d`, `6m`, `1y`
 */
export function horizonFrom(from: string, due: string): Horizon {
  const unit = due.endsWith('m') ? 'months' : due.endsWith('y') ? 'years' : 'days'
  return { from, until: dayAfter(from, Number.parseInt(due, 10), unit) }
}

/**
 * What is due under the contracts of a register: what each clause that was signed has somebody do, at its level and numbers, and
 * the notice before a contract renews. A clause of other words than ours says nothing here. Products that were signed in one file
 * owe it once.
 *
 * @param vendors those that have signed count; one whose contract has ended owes what comes after the end
 * @param horizon what has a day outside is left out; what an event makes due has none
 */
export function obligations(
  vendors: readonly KeptVendor[],
  { flowDowns, vendorKinds }: Pick<Library, 'flowDowns' | 'vendorKinds'>,
  horizon: Horizon,
): Obligations {
  const dated: Obligation[] = []
  const standing: Obligation[] = []
  const undated: Undated[] = []
  for (const { vendor, apart } of byContract(vendors)) {
    const { id, record } = vendor
    if (record.status !== 'signed' && record.status !== 'ended') continue
    const title = vendorTitle(record)
    const told = (why: string) => undated.push({ vendor: id, title, why })
    if (apart !== undefined) told(apart)
    if (record.status === 'signed' && record.dates.signed === undefined)
      told('No day of signature is kept: what is due from it on has no day (dates.signed)')
    if (Object.keys(record.levels).length === 0)
      told(
        'What was signed is not kept, so nothing of its clauses is listed: keep the level of each that was signed (levels.incidents and so on)',
      )
    const other = Object.entries(record.levels).filter(([, level]) => level === 'other')
    if (other.length > 0)
      told(`Signed in other words than ours, which a person reads: ${other.map(([one]) => one).join(', ')}`)
    for (const why of pastTerms(record, horizon.from)) told(why)
    const resale = vendorKinds.get(record.vendor.kind ?? '')?.traits['sells-on'] === true
    const found = [
      ...termObligations(id, title, record),
      ...Object.entries(record.levels).flatMap(([flowDownId, agreed]) => {
        const [flowDown, level] = [flowDowns.get(flowDownId), levelNamed(agreed)]
        if (!flowDown || level === undefined) return []
        return flowDown.due.flatMap((due, at) =>
          isDue(due, level, resale) ? dueUnder({ id, title, record, flowDown, level, due, at }, horizon) : [],
        )
      }),
    ]
    for (const one of found) {
      if (one.on === undefined) standing.push(one)
      else if (one.on >= horizon.from && one.on <= horizon.until) dated.push(one)
    }
  }
  const order = (one: Obligation, other: Obligation) =>
    compare(one.on ?? '', other.on ?? '') || compare(one.title, other.title) || compare(one.id, other.id)
  return { dated: dated.sort(order), standing: standing.sort(order), undated }
}

function isDue({ levels, resale }: Due, level: Level, sellsOn: boolean): boolean {
  return (levels === undefined || levels.includes(level)) && (resale === undefined || resale === sellsOn)
}

interface Signed {
  id: string
  title: string
  record: VendorRecord
  flowDown: FlowDown
  level: Level
  due: Due
  /** Place in the list of the flow-down. */
  at: number
}

function dueUnder({ id, title, record, flowDown, level, due, at }: Signed, horizon: Horizon): Obligation[] {
  const figure = due.figure === undefined ? undefined : flowDown.figures[due.figure]
  const value =
    due.figure === undefined ? undefined : (record.figures[`${flowDown.id}.${due.figure}`] ?? figure?.[level])
  if (due.figure !== undefined && (!figure || value === undefined)) return []
  const period = figure && value !== undefined ? figureWords(figure, value, '') : ''
  const unit = figure?.unit ?? 'days'
  const one = (day: string | undefined): Obligation => ({
    id: [id, flowDown.id, at + 1, ...(day === undefined ? [] : [day])].join('/'),
    vendor: id,
    title,
    flowDown: flowDown.id,
    clause: flowDown.title,
    level: record.levels[flowDown.id]!,
    by: due.by,
    what: due.what,
    time: timeWords(due, period),
    ...(day !== undefined && { on: day }),
    ...(due.lasts && day !== undefined && { lasts: true as const }),
    ...(record.owner !== undefined && { owner: record.owner }),
  })
  const { signed, ended } = record.dates
  const end = ended ?? record.term?.ends
  switch (due.when) {
    case 'signature':
      return [one(signed === undefined ? undefined : dayAfter(signed, value ?? 0, unit))]
    case 'every':
      if (signed === undefined) return [one(undefined)]
      return intervals(signed, value!, unit, { ...horizon, ...(end !== undefined && { end }) }).map(one)
    case 'end':
      return [one(end === undefined ? undefined : dayAfter(end, value!, unit))]
    default:
      return record.status === 'ended' ? [] : [one(undefined)]
  }
}

/** The days on which an interval comes round, while the contract lasts. */
function intervals(
  signed: string,
  count: number,
  unit: FlowDown['figures'][string]['unit'],
  { from, until, end }: Horizon & { end?: string },
): string[] {
  const days: string[] = []
  const last = end !== undefined && end < until ? end : until
  for (let round = 1; ; round += 1) {
    const day = dayAfter(signed, round * count, unit)
    if (day > last || days.length > 1000) return days
    if (day >= from) days.push(day)
  }
}

function timeWords({ when, after, of, lasts, onRequest }: Due, period: string): string {
  switch (when) {
    case 'signature':
      return period === '' ? 'at signature' : `within ${period} after signature`
    case 'event':
      return lasts ? `for ${period} after ${after}` : `within ${period} after ${after}`
    case 'before':
      return `at least ${period} before ${of}`
    case 'every':
      return `once in ${period}${onRequest ? ', on our request' : ''}`
    case 'end':
      return lasts ? `for ${period} after the end` : `within ${period} after the end`
  }
}

/** Days of a term that have gone by, which no list of what is due shows, each as a sentence without its full stop. */
function pastTerms({ term = {}, status }: VendorRecord, from: string): string[] {
  if (status === 'ended') return []
  const { ends, renews, notice_days: days } = term
  const notice = renews === undefined || days === undefined ? undefined : dayAfter(renews, -days, 'days')
  return [
    ...(renews !== undefined && renews < from
      ? [`The day on which it renews, ${renews}, has passed: give the next (term.renews)`]
      : notice !== undefined && notice < from
        ? [`The last day for notice was ${notice}: it renews on ${renews}`]
        : []),
    ...(ends !== undefined && ends < from
      ? [`Its last day was ${ends}: say whether it goes on or has ended (term.ends, status)`]
      : []),
    ...(renews === undefined && days !== undefined
      ? [`A notice of ${days} days is kept, and no day on which it renews (term.renews)`]
      : []),
  ]
}

/** The notice without which a contract renews, the day on which it does, and its last day. */
function termObligations(id: string, title: string, { term, status, owner }: VendorRecord): Obligation[] {
  if (!term || status === 'ended') return []
  const one = (key: string, what: string, time: string, on: string): Obligation => ({
    id: [id, 'term', key, on].join('/'),
    vendor: id,
    title,
    clause: 'Term of the contract',
    by: 'us',
    what,
    time,
    on,
    ...(owner !== undefined && { owner }),
  })
  const { ends, renews, notice_days: days } = term
  return [
    ...(renews === undefined
      ? []
      : days === undefined
        ? []
        : [
            one(
              'notice',
              `We give notice, or the contract renews on ${renews}`,
              `${days} days before it renews`,
              dayAfter(renews, -days, 'days'),
            ),
          ]),
    ...(renews === undefined
      ? []
      : [one('renewal', 'The contract renews by itself', 'when it renews', renews)]),
    ...(ends === undefined ? [] : [one('end', 'The contract ends', 'on its last day', ends)]),
  ]
}
