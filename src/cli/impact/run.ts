import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compareTexts } from '../../compare/index.ts'
import { type ImpactFormat, impactFormats } from '../../formats.ts'
import {
  type Impact,
  impactDocument,
  impactOn,
  type LibraryImpact,
  type TouchedMatter,
  touchedMatter,
  touchedVendors,
} from '../../impact/index.ts'
import type { Library } from '../../library/index.ts'
import { readMatter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { isOffline, nameText, newerText, openTexts, openWhole, type TextStore } from '../../texts/index.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { writeOutput } from '../output.ts'
import { type ReportTarget, reportFormat, writeReport } from '../report-file.ts'
import { say } from '../say.ts'
import { registerIn, vendorsIn } from '../vendors/folder.ts'

/** What `clausebook impact` can be told. */
export interface ImpactOptions extends HouseOptions, ReportTarget<ImpactFormat> {
  with?: string
  register?: string
  matters?: string
  offline?: boolean
  exitCode?: true
  date?: string
}

/** `clausebook impact TEXT`. */
export async function runImpact(text: string, options: ImpactOptions): Promise<void> {
  const { with: given, register, matters, date, output } = options
  const format = await reportFormat(options, impactFormats, 'terminal')
  const library = await libraryFor(options)
  const { id, license } = nameText(text, library.licenses)
  const store = openTexts(library.licenses)
  const newer = given ?? (await keptText(store, id))
  const [left, right] = await openWhole(store, [text, newer], {
    official: true,
    offline: isOffline(process.env, options.offline),
    view: 'accepted',
    hidden: false,
    say,
  })
  const { comparison } = compareTexts(library, left!, right!, 'official')
  const found = impactOn(library, { text: id, license: license.id, comparison })
  const impact: Impact = {
    ...found,
    ...(register !== undefined && { vendors: await vendorsOf(register, found, library) }),
    ...(matters !== undefined && { matters: await mattersOf(matters, found, library) }),
  }
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

async function vendorsOf(folder: string, impact: LibraryImpact, library: Library) {
  return touchedVendors(await vendorsIn(await registerIn({ register: folder })), impact, library)
}

/** A matter that cannot be read is told, and stops no other. */
async function mattersOf(folder: string, impact: LibraryImpact, library: Library): Promise<TouchedMatter[]> {
  const names = await readdir(folder).catch(() => {
    throw new Problem('matters', 'is no folder that can be read: name one with --matters', { file: folder })
  })
  const touched: TouchedMatter[] = []
  for (const name of names.filter((one) => /\.ya?ml$/i.test(one) && !one.startsWith('.')).sort()) {
    const file = join(folder, name)
    try {
      const one = touchedMatter(file, readMatter(await readFile(file, 'utf8'), file), impact, library)
      if (one) touched.push(one)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      process.exitCode = 1
      say(`clausebook: ${error.toString()}`)
    }
  }
  return touched
}
