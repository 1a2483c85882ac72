import { closest } from 'fastest-levenshtein'
import {
  counterpartyOf,
  type DealStatus,
  dealCsv,
  dealDocument,
  dealJson,
  dealStatus,
  historyDocument,
  type KeptDeal,
  readDealTurns,
} from '../../deal/index.ts'
import { type DealFormat, dealFormats } from '../../formats.ts'
import type { Library } from '../../library/index.ts'
import { isPrivileged, type Matter, readMatter, vendorChosen } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import type { DealPlace, OpenDeal } from '../../store/index.ts'
import type { DatabaseOptions } from '../database.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { writeOutput } from '../output.ts'
import { reportFormat, writeReport } from '../report-file.ts'
import { say } from '../say.ts'
import { keptDeal } from './kept.ts'
import { withDeal } from './place.ts'

/** How an issues list or a history is written. */
export interface ReportOptions extends HouseOptions, DatabaseOptions {
  format?: DealFormat
  output: string
  author?: string
  date?: string
  exitCode?: true
}

/** `clausebook round status`. */
export async function reportStatus(deal: string, options: ReportOptions): Promise<void> {
  const format = await formatOf(options)
  const { status, beside } = await withDeal(deal, options, (place) => statusOf(place, options))
  await writeStatus(status, beside, format, options)
}

/** Writes the issues list of a deal. */
export async function writeStatus(
  status: DealStatus,
  beside: Beside,
  format: DealFormat,
  options: ReportOptions,
): Promise<void> {
  if (options.exitCode && (status.asks.length > 0 || status.points.some(({ state }) => state === 'open')))
    process.exitCode = 1
  if (format === 'json') return writeOutput(options.output, dealJson(status))
  if (format === 'csv') return writeOutput(options.output, dealCsv(status))
  await writeReport(dealDocument(status, optionsOf(beside, options)), format, options.output)
}

/** `clausebook round history`. */
export async function reportHistory(deal: string, name: string, options: ReportOptions): Promise<void> {
  const format = await formatOf(options)
  const { status, beside } = await withDeal(deal, options, (place) => statusOf(place, options))
  const sought = name.trim().toLowerCase()
  const found = status.points.find(({ point }) => point.id === sought || point.title.toLowerCase() === sought)
  if (!found) {
    const ids = status.points.map(({ point }) => point.id)
    throw new Problem(
      'point',
      `there is no point ${name} in this deal: did you mean ${closest(sought, ids)}?`,
    )
  }
  if (format === 'json')
    return writeOutput(options.output, `${JSON.stringify({ version: 1, ...found }, null, 2)}\n`)
  if (format === 'csv') return writeOutput(options.output, dealCsv({ ...status, points: [found], asks: [] }))
  await writeReport(historyDocument(status, found, optionsOf(beside, options)), format, options.output)
}

/** The format, before anything is read. */
export function formatOf(options: ReportOptions): Promise<DealFormat> {
  return reportFormat(options, dealFormats, 'terminal')
}

/** What a report takes from the matter and the library, where they can be read. */
export interface Beside {
  matter?: Matter
  library?: Library
}

/** A deal as it stands, with their words judged where the matter can be read. */
export async function statusOf(
  { open, shown }: DealPlace,
  options: HouseOptions,
): Promise<{ status: DealStatus; beside: Beside }> {
  const opened = await open()
  const deal = await keptDeal(opened, shown)
  const beside = await besideOf(opened, deal, { ...options, shown })
  const status = dealStatus(deal, readDealTurns(deal, beside))
  const vendor = counterpartyOf(deal.record, beside.matter)
  return { status: { ...(vendor !== undefined && { vendor }), ...status }, beside }
}

/** The matter of a deal and its library; where it cannot be read, that is said and nothing is judged. */
export async function besideOf(
  deal: OpenDeal,
  { record }: KeptDeal,
  { shown, ...options }: HouseOptions & { shown: string },
): Promise<Beside> {
  if (record.matter === undefined) {
    say(
      `clausebook: their words are not judged, since the deal was opened without a matter: ${deal.namesMatter}`,
    )
    return {}
  }
  try {
    const { yaml, file } = await deal.matter(record.matter)
    const matter = vendorChosen(readMatter(yaml, file), record.vendor)
    return { matter, library: await libraryFor(options, matter) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    say(`clausebook: their words are not judged, since the matter is not read: ${error.toString()}`)
    return {}
  }
}

function optionsOf({ matter, library }: Beside, { author, date }: ReportOptions) {
  return {
    libraryDigest: library?.digest ?? '',
    privileged: isPrivileged(matter?.document),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
  }
}
