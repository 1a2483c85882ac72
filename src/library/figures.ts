import { grouped } from '../in-words.ts'
import type { Figure } from './types.ts'

const unitWords: Record<Exclude<Figure['unit'], 'money'>, [one: string, many: string]> = {
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  'business-days': ['business day', 'business days'],
  months: ['month', 'months'],
  years: ['year', 'years'],
  times: ['time', 'times'],
}

/**
 * A figure as a clause says it.
 *
 * @param currency three letters, before an amount
 * @example
 * figureWords({ unit: 'business-days' }, 2, 'USD') // '2 business days'
 */
export function figureWords({ unit }: Pick<Figure, 'unit'>, value: number, currency: string): string {
  if (unit === 'money') return `${currency} ${grouped(value)}`
  return `${grouped(value)} ${unitWords[unit][value === 1 ? 0 : 1]}`
}
