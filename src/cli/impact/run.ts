import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ImpactFormat } from '../../formats.ts'
import { impactFormats } from '../../formats.ts'
import { type Impact, impactDocument } from '../../impact/index.ts'
import { Problem } from '../../problem.ts'
import type { KeptVendor } from '../../register/index.ts'
import { nameText, newerText, openTexts, type TextStore } from '../../texts/index.ts'
import { today } from '../../today.ts'
import { libraryFor } from '../house.ts'
import { writeOutput } from '../output.ts'
import { type ReportTarget, reportFormat, writeReport } from '../report-file.ts'
import { isRegisterNamed, type RegisterPlace, registerIn, vendorNamed, vendorsIn } from '../vendors/folder.ts'
import { type AmendmentOptions, changeFor, draftAmendments, modelNamed } from './amendments.ts'
import { impactOf } from './impact-of.ts'
import { licenseMovedFrom, moveOf } from './move.ts'

/** What `clausebook impact` can be told. */
export interface ImpactOptions extends AmendmentOptions, RegisterPlace, ReportTarget<ImpactFormat> {
  with?: string
  vendor?: string
  matters?: string
  offline?: boolean
  exitCode?: true
}

/** `clausebook impact TEXT`, or the move of one vendor to another model. */
export async function runImpact(text: string | undefined, options: ImpactOptions): Promise<void> {
  const { amendments, date, output } = options
  const format = await reportFormat(options, impactFormats, 'terminal')
  const library = await libraryFor(options)
  const to = options.to === undefined ? undefined : modelNamed(options.to, library)
  const { all, chosen: vendors } =
    amendments !== undefined || options.vendor !== undefined ? await kept(options) : { all: [], chosen: [] }
  const changed = text ?? licenseMovedFrom(vendors, to?.license, options, library)
  const { id } = nameText(changed, library.licenses)
  const store = openTexts(library.licenses)
  const newer = options.with ?? to?.license ?? (await keptText(store, id))
  const looked =
    vendors.length === 0 || isRegisterNamed(options) ? options : { ...options, register: 'register' }
  const found = await impactOf(changed, newer, { ...looked, library, store })
  if (amendments !== undefined && to === undefined && found.to !== undefined)
    throw new Problem(
      'usage',
      `${newer} is a license: name the model that is moved to with --to, for the amendments`,
    )
  const only = options.vendor === undefined ? undefined : new Set(vendors.map((one) => one.id))
  const touched = found.vendors?.filter((one) => !only || only.has(one.id))
  const how = {
    ...(to && { to: to.name }),
    ...(!to && found.to === undefined && { changedText: await nameOfChange(found.text, newer, options) }),
  }
  const changeOf = (vendor: KeptVendor) => changeFor(vendor, found, how, library)
  const impact: Impact = {
    ...found,
    ...(touched && { vendors: touched }),
    ...(only && to && vendors[0] && { move: await moveOf(vendors[0], all, changeOf, options, library) }),
  }
  if (options.exitCode && (impact.topics.length > 0 || impact.clauses.length > 0)) process.exitCode = 1
  if (amendments !== undefined) {
    const ids = new Set(touched?.map((one) => one.id))
    await draftAmendments(all, ids, changeOf, { ...options, amendments })
  }
  if (format === 'json') return writeOutput(output, `${JSON.stringify({ version: 1, ...impact }, null, 2)}\n`)
  const document = impactDocument(impact, {
    libraryDigest: library.digest,
    ...(date !== undefined && { date }),
  })
  await writeReport(document, format, output)
}

/** The vendors of the register, and those of them that are looked at: the one that is named, or all. */
async function kept(place: ImpactOptions): Promise<{ all: KeptVendor[]; chosen: KeptVendor[] }> {
  const register = await registerIn(place)
  const all = await vendorsIn(register)
  const named = place.vendor === undefined ? undefined : await vendorNamed(register, place.vendor)
  return { all, chosen: named ? [named] : all }
}

/** `llama-3.1/use-policy, as read on 2026-11-30 (SHA-256 1f0c…)`: the same words for the same file on the same day. */
async function nameOfChange(text: string, newer: string, { date }: ImpactOptions): Promise<string> {
  const bytes = await readFile(newer).catch(() => undefined)
  const sha256 = bytes && createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return `${text}, as read on ${date ?? today()}${sha256 === undefined ? '' : ` (SHA-256 ${sha256}…)`}`
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
