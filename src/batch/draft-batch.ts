import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { documentOf, loadTemplates, withTemplatesOf } from '../draft/index.ts'
import { type Held, holdFolder, requireFolder, tidyParts, writeWhole } from '../files/index.ts'
import { endingOf } from '../formats.ts'
import { packageVersion } from '../home.ts'
import { type HousePlace, loadLibrary } from '../library/index.ts'
import { Problem } from '../problem.ts'
import { changesOf, changeWords, vendorKey } from '../register/index.ts'
import { openTexts } from '../texts/index.ts'
import { type Drafters, rowsPerThread, startDrafters } from './drafters.ts'
import { fileNames } from './file-name.ts'
import { lookAt } from './look.ts'
import { Manifest } from './manifest.ts'
import { folderRows } from './row/folder-rows.ts'
import { factRows } from './row/table-rows.ts'
import { Summary } from './summary/summary.ts'
import type { BatchOptions, BatchRow, DraftTask, RowResult } from './types.ts'

/** Is told how far a batch is. */
export interface BatchProgress {
  step(): void
  stop(): void
}

/** What is said of a batch when it is done. */
export type BatchCounts = Record<RowResult['state'], number>

/**
 * Drafts a document for each row of a table, or each matter of a folder. A row that fails stops no other: it is told
 * with its line and reason. Rows whose inputs and files have not changed since the last time are left as they are.
 *
 * @param tell called with one line for each row that fails, and each finding of the draft check
 * @param progressOf starts to show how far it is; its argument counts the rows, which not every place needs
 * @throws Problem where nothing can be drafted at all: the header, the common matter, the folder
 */
export async function draftBatch(
  options: BatchOptions,
  tell: (line: string) => void,
  progressOf: ProgressOf = async () => ({ step: () => {}, stop: () => {} }),
): Promise<BatchCounts> {
  requireVendorDocument(options.document)
  const common = commonFacts(options)
  // The header is read, and refused, before anything is written.
  const read = await rowsOf(options, common)
  const rows = read((what) => tell(`${options.batch}: ${what} is not read`))
  const first = await rows.next()
  if (first.done) {
    throw new Problem('rows', 'has a header and no row: give a row for each vendor', { file: options.batch })
  }
  await requireFolder(options.output)
  // Two batches that fill one folder would take each other's drafts for somebody's edits.
  const held = await holdFolder(options.output)
  try {
    return await draftRows(options, { tell, progressOf }, { first: first.value, rows, read, held })
  } finally {
    await held.release()
  }
}

type ProgressOf = (count: () => Promise<number>) => Promise<BatchProgress>

interface Telling {
  tell: (line: string) => void
  progressOf: ProgressOf
}

/** Reads the rows, from the first; is told of what is not read. */
type ReadRows = (unread?: (what: string) => void) => AsyncGenerator<BatchRow>

interface Rows {
  /** The first row, which is read already, and those behind it. */
  first: BatchRow
  rows: AsyncGenerator<BatchRow>
  /** All of them once more. */
  read: ReadRows
  held: Held
}

async function draftRows(
  options: BatchOptions,
  { tell, progressOf }: Telling,
  { first, rows, read, held }: Rows,
): Promise<BatchCounts> {
  await tidyParts(options.output)
  const settings = settingsOf(options)
  await settings(undefined)
  const manifest = await Manifest.open(options.output)
  const summary = await Summary.open(options.output, options.document, await ownColumns(first, read))
  const repeated = repeatsTold()
  const worth = rowsPerThread * options.jobs
  const drafters = await startDrafters(await countOf(read(), worth), options.jobs)
  const progress = await progressOf(() => countOf(read()))
  const nameOf = fileNames()
  const counts: BatchCounts = { drafted: 0, unchanged: 0, failed: 0 }

  const settle = async (pending: Promise<RowResult>) => {
    const result = await pending
    counts[result.state] += 1
    await summary.add(result)
    if (result.problem !== undefined) tell(`${result.place}: ${result.problem}`)
    if (result.told !== undefined) tell(`${result.place}: ${result.told}`)
    for (const message of result.outcome?.messages ?? []) tell(`${result.place}: ${message}`)
    progress.step()
  }
  // A window of rows is on its way at any time: memory does not grow with the table.
  const window: Promise<RowResult>[] = []
  try {
    for await (const row of withFirst(first, rows)) {
      if (held.lost.aborted) throw lostHold(options.output)
      const file = `${nameOf(wordOf(row.facts, 'name'))}.${endingOf(options.format)}`
      const told = repeated(row)
      const pending = resultOf(row, file, { options, settings, manifest, drafters }).then((result) =>
        told === undefined ? result : { ...result, told: [told, result.told].filter(Boolean).join('. ') },
      )
      // What goes wrong is told when its turn comes.
      pending.catch(() => {})
      window.push(pending)
      if (window.length >= drafters.threads * 4) await settle(window.shift()!)
    }
    for (const pending of window) await settle(pending)
    await summary.close(counts)
  } catch (error) {
    await summary.discard()
    throw error
  } finally {
    progress.stop()
    await Promise.allSettled(window)
    await drafters.end()
    await manifest.close()
  }
  return counts
}

async function* withFirst(first: BatchRow, rows: AsyncGenerator<BatchRow>): AsyncGenerator<BatchRow> {
  yield first
  yield* rows
}

function lostHold(folder: string): Problem {
  const reason = 'was taken over by another batch while this one slept: run it again to go on'
  return new Problem('held', reason, { file: folder })
}

interface Drafting {
  options: BatchOptions
  /** Digest of all that a draft hangs on beside its facts, by its house. */
  settings: (house: HousePlace | undefined) => Promise<string>
  manifest: Manifest
  drafters: Drafters
}

async function resultOf(row: BatchRow, asked: string, drafting: Drafting): Promise<RowResult> {
  const { place, facts, problem } = row
  const rowWords = {
    place,
    vendor: wordOf(facts, 'name'),
    product: wordOf(facts, 'product'),
    kind: wordOf(facts, 'kind'),
    file: asked,
    own: row.own ?? [],
  }
  const failed = (reason: string): RowResult => ({ ...rowWords, state: 'failed', problem: reason })
  if (problem) return failed(problem.message)
  const { options, settings, manifest, drafters } = drafting
  let house: HousePlace | undefined
  let digest: string
  try {
    house = await options.houseOf?.(typeof facts.house === 'string' ? { house: facts.house } : {})
    digest = await settings(house)
  } catch (error) {
    if (error instanceof Problem) return failed(error.toString())
    throw error
  }
  const input = createHash('sha256')
    .update(`${digest}\n${JSON.stringify(facts)}`)
    .digest('hex')
  const chosen = await versionOf(asked, input, facts, drafting)
  const { file, known } = chosen
  const about = { ...rowWords, file, ...(chosen.told !== undefined && { told: chosen.told }) }
  if (known.state === 'unchanged') return { ...about, state: 'unchanged', outcome: known.outcome }
  if (known.state === 'foreign') {
    return failed(
      `${join(options.output, file)} was changed by hand, or is from elsewhere: move it away to draft it anew`,
    )
  }
  const { document, format, draft, output, referenceDoc } = options
  const task: DraftTask = {
    document,
    format,
    draft,
    facts,
    ...(house && { house }),
    ...(referenceDoc !== undefined && { referenceDoc }),
  }
  const made = await drafters.run(task)
  if ('problem' in made) return failed(made.problem)
  manifest.begin(file)
  try {
    await writeWhole(join(output, file), made.content)
  } catch (error) {
    // A file that is open elsewhere stops no other; on a full disk there is no going on.
    if (error instanceof Problem && error.rule !== 'disk-full') return failed(error.toString())
    throw error
  }
  manifest.end({ file, input, facts, outcome: made.outcome })
  return { ...about, state: 'drafted', outcome: made.outcome }
}

/** Which file a row is drafted into. What was sent stays: a row that has changed since gets a version beside it. */
async function versionOf(
  asked: string,
  input: string,
  facts: Record<string, unknown>,
  { options, manifest }: Drafting,
): Promise<{
  file: string
  known: Exclude<Awaited<ReturnType<Manifest['stateOf']>>, { state: 'sent' }>
  told?: string
}> {
  const isSent = options.isSent ?? (() => false)
  let told: string | undefined
  for (let version = 1; ; version += 1) {
    const file = version === 1 ? asked : asked.replace(/(?=\.[^.]+$)/, `-v${version}`)
    const known = await manifest.stateOf(file, input, isSent)
    if (known.state !== 'sent') return { file, known, ...(told !== undefined && { told }) }
    const changes = known.facts ? changesOf(known.facts, facts).map(changeWords) : []
    const what =
      changes.length > 0 ? changes.join('; ') : 'no fact of it, but the library, the templates or the options'
    told = `${file} was sent and stays as it is; since then changed: ${what}`
  }
}

function requireVendorDocument(document: string): void {
  documentOf(document)
  if (document.startsWith('vendor-')) return
  throw new Problem('batch', `a batch is of vendor-addendum or vendor-questionnaire, not of ${document}`)
}

/**
 * The facts in common. Where they name a vendor, they are those of its own matter, and what they say of it is not
 * handed on to others: a contact or an address would come into the wrong contract.
 */
function commonFacts({ matter: given }: BatchOptions): Record<string, unknown> {
  if (given === undefined) return { matter: 'Vendors' }
  const { vendor, ...matter } = given
  return vendor === undefined || vendor.name !== undefined ? matter : { ...matter, vendor }
}

async function rowsOf(
  { batch, sheet, locale }: BatchOptions,
  common: Record<string, unknown>,
): Promise<ReadRows> {
  const found = await stat(batch).catch(() => undefined)
  if (found?.isDirectory()) return () => folderRows(batch, common)
  const table = { ...(sheet !== undefined && { sheet }), ...(locale !== undefined && { locale }) }
  return (unread) => factRows(batch, common, { ...table, ...(unread && { unread }) })
}

/** Tells of a row that an earlier one is of the same vendor and product: which of the two holds is a person's to say. */
function repeatsTold(): (row: BatchRow) => string | undefined {
  const places = new Map<string, string>()
  return ({ place, facts }) => {
    const [name, product] = [wordOf(facts, 'name'), wordOf(facts, 'product')]
    if (name === '') return undefined
    const key = vendorKey({ name, product })
    const before = places.get(key)
    if (before === undefined) places.set(key, place)
    return before === undefined
      ? undefined
      : `is the same vendor and product as ${before}: leave one of the two`
  }
}

/** Names of the columns of whoever keeps the rows: a table has them in its header, the vendors of a register each their own. */
async function ownColumns(first: BatchRow, read: ReadRows): Promise<string[]> {
  const names = new Set((first.own ?? []).map(({ name }) => name))
  if (first.own && first.facts.vendor !== undefined && /\.ya?ml$/i.test(first.place))
    for await (const { own } of read()) for (const { name } of own ?? []) names.add(name)
  return [...names]
}

/** How many rows there are, or that there are as many as matter. */
async function countOf(rows: AsyncGenerator<BatchRow>, most = Number.POSITIVE_INFINITY): Promise<number> {
  let count = 0
  for await (const _ of rows) {
    count += 1
    if (count >= most) break
  }
  return count
}

/** All that a draft hangs on beside its facts, read once for each house. */
function settingsOf(options: BatchOptions): Drafting['settings'] {
  const known = new Map<string, Promise<string>>()
  return (house) => {
    const key = house?.folder ?? ''
    const read = known.get(key) ?? settingsDigest(options, house)
    known.set(key, read)
    return read
  }
}

async function settingsDigest(
  { document, format, draft, referenceDoc }: BatchOptions,
  house: HousePlace | undefined,
): Promise<string> {
  const [library, ours] = await Promise.all([loadLibrary(undefined, house), loadTemplates()])
  const templates = withTemplatesOf(ours, library.house)
  // The licenses beside an addendum are read in their texts, and told of where those are not here.
  const texts = openTexts(library.licenses)
  const here = await Promise.all(
    [...library.licenses.keys()].map(async (id) => (await texts.read(id)) !== undefined),
  )
  const look = referenceDoc === undefined ? [] : [(await lookAt(referenceDoc)).digest]
  const sources = [...templates.sources].map(([name, { source }]) => `${name}\0${source}`).join('\0')
  return createHash('sha256')
    .update(
      JSON.stringify([packageVersion(), document, format, draft, library.digest, sources, here, ...look]),
    )
    .digest('hex')
}

/** A word of the vendor for the summary and the file's name, without marks that would turn or hide what is around it. */
function wordOf({ vendor }: Record<string, unknown>, key: string): string {
  const word = (Object(vendor) as Record<string, unknown>)[key]
  return typeof word === 'string' ? word.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim() : ''
}
