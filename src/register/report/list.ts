import { type DraftDocument, type OwnReportOptions, ownReport } from '../../draft/index.ts'
import { sentenceCase } from '../../in-words.ts'
import { blocks } from '../../library/page.ts'
import { moment } from '../../moment.ts'
import { changeWords, type FactChange, valueWords } from '../change.ts'
import { vendorTitle } from '../record.ts'
import { type KeptVendor, statuses } from '../types.ts'

const { bullets, heading, paragraph, table } = blocks

/** What stands around a report of the register in its file. */
export interface RegisterReportOptions extends OwnReportOptions {
  libraryDigest: string
}

/** The register as a list, with how many vendors stand where. */
export function listDocument(
  shown: readonly KeptVendor[],
  total: number,
  { libraryDigest, ...options }: RegisterReportOptions,
): DraftDocument {
  const title = 'Register of Vendors'
  const counts = statuses.flatMap((status) => {
    const count = shown.filter(({ record }) => record.status === status).length
    return count === 0 ? [] : [`${count} ${statusWords(status)}`]
  })
  const of = shown.length === total ? `${total} vendors` : `${shown.length} of ${total} vendors`
  return ownReport(
    {
      id: 'register',
      title,
      matter: title,
      libraryDigest,
      wide: true,
      children: [
        heading(1, title),
        paragraph(`${of}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}.`),
        ...(shown.length === 0
          ? []
          : [
              table(
                ['Vendor', 'Product', 'Models', 'Status', 'Signed', 'Ends or renews', 'Owner', 'Id'],
                shown.map(({ id, record }) => [
                  record.vendor.name ?? '',
                  record.vendor.product ?? '',
                  (record.vendor.models ?? []).join('; '),
                  statusWords(record.status),
                  record.dates.signed ?? '',
                  termWords(record.term),
                  record.owner ?? '',
                  id,
                ]),
              ),
            ]),
      ],
    },
    options,
  )
}

/** One vendor with all that is kept of it, and who changed what. */
export function vendorDocument(
  { id, record }: KeptVendor,
  history: readonly VendorVersion[],
  { libraryDigest, ...options }: RegisterReportOptions,
): DraftDocument {
  const title = vendorTitle(record)
  const { vendor, status, owner, category, ids, dates, term, levels, figures, files } = record
  const facts = (about: string, pairs: [string, unknown][]) => {
    const known = pairs.filter(([, value]) => value !== undefined)
    if (known.length === 0) return []
    return [
      heading(2, about),
      table(
        ['What', 'Is'],
        known.map(([what, value]) => [what, valueWords(value)]),
      ),
    ]
  }
  return ownReport(
    {
      id: 'vendor',
      title,
      matter: title,
      libraryDigest,
      children: [
        heading(1, title),
        ...facts('Where it stands', [
          ['Id', id],
          ['Status', statusWords(status)],
          ['Owner', owner],
          ['Category', category],
          ...Object.entries(dates).map(([one, day]): [string, unknown] => [
            sentenceCase(statusWords(one)),
            day,
          ]),
          ['Ends', term?.ends],
          ['Renews', term?.renews],
          ['Notice before it renews, days', term?.notice_days],
          ...Object.entries(ids),
        ]),
        ...facts('Facts', factPairs(vendor)),
        ...facts('What was signed', [
          ...Object.entries(levels),
          ...Object.entries(figures).map(([name, value]): [string, unknown] => [name, value]),
        ]),
        ...(files.length === 0
          ? []
          : [
              heading(2, 'Files'),
              table(
                ['File', 'What', 'Day', 'SHA-256'],
                files.map(({ name, is = '', on = '', sha256 }) => [name, is, on, sha256]),
              ),
            ]),
        ...(history.length === 0
          ? []
          : [
              heading(2, 'History'),
              ...bullets(
                history.map(
                  ({ at, by, changes }, index) =>
                    `${moment(at)} ${by}: ${index === history.length - 1 ? 'added' : changesTold(changes)}`,
                ),
              ),
            ]),
        paragraph('Nothing of it is for the eyes of the other side.'),
      ],
    },
    options,
  )
}

/** A version of a vendor, with what it changed. */
export interface VendorVersion {
  /** ISO date and time. */
  at: string
  by: string
  changes: readonly FactChange[]
}

function changesTold(changes: readonly FactChange[]): string {
  return changes.length === 0 ? 'nothing changed' : changes.map(changeWords).join('; ')
}

function factPairs(vendor: object, at = ''): [string, unknown][] {
  return Object.entries(vendor).flatMap(([key, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? factPairs(value, `${at}${key}.`)
      : [[`${at}${key}`.replaceAll('_', ' '), value]],
  )
}

/** `renews 2027-03-01`, `ends 2027-03-01`; empty where neither is kept. */
export function termWords(term: KeptVendor['record']['term']): string {
  if (term?.renews !== undefined) return `renews ${term.renews}`
  return term?.ends === undefined ? '' : `ends ${term.ends}`
}

/** `in-negotiation` → `in negotiation`. */
export function statusWords(status: string): string {
  return status.replaceAll('-', ' ')
}
