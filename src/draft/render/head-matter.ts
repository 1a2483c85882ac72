import { longDate } from '../../in-words.ts'
import type { DateStyle } from '../../library/index.ts'
import type { DraftDocument } from '../types.ts'

/** What a header says: the marking and the status, with version and date. */
export function headMatterOf({ properties, dateStyle }: DraftDocument): string[] {
  const { marking, status, version } = properties
  const date = dateStyle && properties.date ? dateIn(properties.date, dateStyle) : properties.date
  const state = [status, version === undefined ? undefined : `version ${version}`, date]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
  return [marking ?? '', state].filter((line) => line !== '')
}

function dateIn(iso: string, style: DateStyle): string {
  const [month, day, year] = longDate(iso).split(/,? /)
  return style === 'day-month-year' && year !== undefined ? `${day} ${month} ${year}` : longDate(iso)
}
