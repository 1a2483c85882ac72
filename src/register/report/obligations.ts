import type { RootContent } from 'mdast'
import { csvFile } from '../../csv-line.ts'
import { type DraftDocument, ownReport } from '../../draft/index.ts'
import { longDate } from '../../in-words.ts'
import { blocks } from '../../library/page.ts'
import type { LicenseDuties, Obligation, Obligations } from '../obligation/types.ts'
import type { RegisterReportOptions } from './list.ts'

const { bullets, heading, paragraph, table } = blocks

const whoWords = { vendor: 'Vendor', us: 'We', either: 'Either party' }

/** What is due, by month, then what an event makes due, and what is not known. */
export function obligationsDocument(
  { dated, standing, undated, licenses }: Obligations,
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
  if (licenses) children.push(...licenseBlocks(licenses))
  return ownReport({ id: 'obligations', title, matter: title, libraryDigest, wide: true, children }, options)
}

/** What the licenses ask for, apart from what was signed. */
function licenseBlocks({ duties, notKnown }: LicenseDuties): RootContent[] {
  const unsettled = duties.filter(({ by }) => by === 'to-be-settled').length
  return [
    heading(2, 'What the licenses ask for'),
    paragraph(
      `By the licenses of the models, whatever was signed: ${duties.length} ${duties.length === 1 ? 'duty' : 'duties'}, of which ${unsettled} to be settled. A vendor that has signed is looked at by its kind and its models alone; what it does beyond them, and an agreement of its own with the licensor, is not.`,
    ),
    ...(duties.length === 0
      ? []
      : [
          table(
            ['Vendor or use', 'Who', 'What', 'License', 'Why', 'Owner'],
            duties.map((one) => [
              one.title,
              dutyWho[one.by],
              `${one.what}, ${one.time}`,
              `${one.licenseName}, ${one.section}`,
              one.because,
              one.owner ?? '',
            ]),
          ),
        ]),
    ...(notKnown.length === 0
      ? []
      : [
          paragraph('Not told, since it is not known:'),
          ...bullets(
            notKnown.map(
              ({ title, vendor, why }) => `${title}${vendor === undefined ? '' : ` (${vendor})`}: ${why}.`,
            ),
          ),
        ]),
  ]
}

/** Who owes what a license asks for. */
export const dutyWho = { vendor: 'Vendor', us: 'We', 'to-be-settled': 'To be settled' }

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
export function obligationsCsv({ dated, standing, licenses }: Obligations): string {
  return csvFile([
    [
      'day',
      'until',
      'vendor',
      'id',
      'who',
      'what',
      'time',
      'clause',
      'level',
      'owner',
      'from',
      'license',
      'section',
      'why',
    ],
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
      'contract',
      '',
      '',
      '',
    ]),
    ...(licenses?.duties ?? []).map((one) => [
      '',
      '',
      one.title,
      one.vendor ?? '',
      one.by === 'to-be-settled' ? 'to be settled' : one.by,
      one.what,
      one.time,
      one.dutyTitle,
      '',
      one.owner ?? '',
      'license',
      one.licenseName,
      one.section,
      one.because,
    ]),
  ])
}
