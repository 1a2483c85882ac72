import { grouped } from '../../in-words.ts'
import type { FlowDown } from '../../library/index.ts'
import { numberInWords } from '../../reading/number.ts'

type Figure = Pick<FlowDown['figures'][string], 'unit'>

const units: Record<Exclude<Figure['unit'], 'money' | 'times'>, string> = {
  hours: 'hour',
  days: 'day',
  'business-days': 'business day',
  months: 'month',
  years: 'year',
}

/**
 * A number of theirs with our value, written as they write it: `twenty-four (24) hours` for `forty-eight (48) hours`,
 * `US$5,000,000` for `US$1,000,000`.
 *
 * @param said as the paper has it
 * @returns undefined where it cannot be said in their way
 * @example
 * inTheirWay('one (1) year', { unit: 'months' }, 24) // 'twenty-four (24) months'
 */
export function inTheirWay(said: string, { unit }: Figure, value: number): string | undefined {
  if (unit === 'times') return undefined
  if (unit === 'money') {
    const amount = /\d[\d,.]*(?:\s?(?:million|m|k|thousand)\b)?/i.exec(said)
    if (!amount || /[a-z]{4}.*\(/i.test(said)) return undefined
    return said.slice(0, amount.index) + grouped(value) + said.slice(amount.index + amount[0].length)
  }
  const found =
    /^(?<words>[a-z]+(?:-[a-z]+)?)?(?<both>\s*\((?<inner>\d[\d,]*)\))?(?<digits>\d[\d,]*)?(?<gap>[\s-]+)(?<kind>full |whole |calendar |consecutive )?(?<unit>(?:business |working |banking )?(?:hour|day|week|fortnight|month|quarter|year))(?<many>s?)$/i.exec(
      said,
    )?.groups
  if (!found) return undefined
  const words = numberInWords(value)
  const number = found.digits ? grouped(value) : found.both ? `${words} (${grouped(value)})` : words
  if (number === undefined || (found.both && words === undefined)) return undefined
  const same = found.unit!.toLowerCase().replace(/^(?:working|banking) /, 'business ') === units[unit]
  const name = same ? found.unit! : units[unit]
  const many = found.gap!.includes('-') || value === 1 ? '' : 's'
  return `${number}${found.gap}${same ? (found.kind ?? '') : ''}${name}${many}`
}
