import type { RootContent } from 'mdast'
import { csvFile } from '../../csv-line.ts'
import { type DraftDocument, ownReport } from '../../draft/index.ts'
import { longDate } from '../../in-words.ts'
import { blocks } from '../../library/page.ts'
import type { Obligation, Obligations } from '../obligation/types.ts'
import type { RegisterReportOptions } from './list.ts'

const { bullets, heading, paragraph, table } = blocks

const whoWords = { vendor: 'Vendor', us: 'We', either: 'Either party' }

/** What is due, by month, then what an event makes due, and what is not known. */
export function obligationsDocument(
  { dated, standing, undated }: Obligations,
  horizon: { from: string; until: string },
  { libraryDigest, ...options }: RegisterReportOptions,
): DraftDocument {
  const title = 'Obligations under Signed Contracts'
  const months = byMonth(dated)
  const children: RootContent[] = [
    heading(1, title),
    paragraph(
      `From ${horizon.from} to ${horizon.until}: ${dated.length} with a day, ${standing.length} that an event makes due. The clause that was signed decides, at its level and numbers. Business days leave out Saturdays and Sundays, and no holidays. A lawyer reviews this before anyone relies on it.`,
    ),
  ]
  for (const [month, due] of months) {
    children.push(
      heading(2, longDate(month)),
      table(
        ['Day', 'Vendor', 'Who', 'What', 'Clause', 'Owner'],
        due.map((one) => [
          one.on!,
          one.title,
          whoWords[one.by],
          `${one.lasts ? 'Until this day: ' : ''}${one.what}, ${one.time}`,
          clauseWords(one),
          one.owner ?? '',
        ]),
      ),
    )
  }
  if (standing.length > 0)
    children.push(
      heading(2, 'When an event comes'),
      table(
        ['Vendor', 'Who', 'What', 'Clause', 'Owner'],
        standing.map((one) => [
          one.title,
          whoWords[one.by],
          `${one.what}, ${one.time}`,
          clauseWords(one),
          one.owner ?? '',
        ]),
      ),
    )
  if (undated.length > 0)
    children.push(
      heading(2, 'What is not known'),
      ...bullets(undated.map(({ title: of, vendor, why }) => `${of} (${vendor}): ${why}.`)),
    )
  return ownReport({ id: 'obligations', title, matter: title, libraryDigest, wide: true, children }, options)
}

/** By month: `2026-11`. */
export function byMonth(dated: readonly Obligation[]): Map<string, Obligation[]> {
  const months = new Map<string, Obligation[]>()
  for (const one of dated) {
    const month = one.on!.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), one])
  }
  return months
}

function clauseWords({ clause, level }: Obligation): string {
  return level === undefined ? clause : `${clause} (${level})`
}

/** Obligations as a table for a spreadsheet. */
export function obligationsCsv({ dated, standing }: Obligations): string {
  return csvFile([
    ['day', 'until', 'vendor', 'id', 'who', 'what', 'time', 'clause', 'level', 'owner'],
    ...[...dated, ...standing].map((one) => [
      one.lasts ? '' : (one.on ?? ''),
      one.lasts ? (one.on ?? '') : '',
      one.title,
      one.vendor,
      one.by,
      one.what,
      one.time,
      one.clause,
      one.level ?? '',
      one.owner ?? '',
    ]),
  ])
}
