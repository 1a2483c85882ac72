import type { ImpactFormat } from '../../formats.ts'
import { impactFormats } from '../../formats.ts'
import { impactDocument } from '../../impact/index.ts'
import { Problem } from '../../problem.ts'
import { nameText, newerText, openTexts, type TextStore } from '../../texts/index.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { writeOutput } from '../output.ts'
import { type ReportTarget, reportFormat, writeReport } from '../report-file.ts'
import type { RegisterPlace } from '../vendors/folder.ts'
import { impactOf } from './impact-of.ts'

/** What `clausebook impact` can be told. */
export interface ImpactOptions extends HouseOptions, RegisterPlace, ReportTarget<ImpactFormat> {
  with?: string
  matters?: string
  offline?: boolean
  exitCode?: true
  date?: string
}

/** `clausebook impact TEXT`. */
export async function runImpact(text: string, options: ImpactOptions): Promise<void> {
  const { with: given, date, output } = options
  const format = await reportFormat(options, impactFormats, 'terminal')
  const library = await libraryFor(options)
  const { id } = nameText(text, library.licenses)
  const store = openTexts(library.licenses)
  const impact = await impactOf(text, given ?? (await keptText(store, id)), { ...options, library, store })
  if (options.exitCode && (impact.topics.length > 0 || impact.clauses.length > 0)) process.exitCode = 1
  if (format === 'json') return writeOutput(output, `${JSON.stringify({ version: 1, ...impact }, null, 2)}\n`)
  const document = impactDocument(impact, {
    libraryDigest: library.digest,
    ...(date !== undefined && { date }),
  })
  await writeReport(document, format, output)
}

/** What the last check of the official addresses kept; the network is not asked for it. */
async function keptText(store: TextStore, id: string): Promise<string> {
  const kept = await newerText(store, id)
  if (kept !== undefined) return kept
  throw new Problem(
    'impact',
    `no newer text of ${id} is kept here: run clausebook texts check ${id}, which keeps one where the official address has changed, or name a file with --with`,
  )
}
