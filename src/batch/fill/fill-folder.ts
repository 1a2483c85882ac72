import { join } from 'node:path'
import { type Held, holdFolder, requireFolder, tidyParts, writeWhole } from '../../files/index.ts'
import { endingOf } from '../../formats.ts'
import { Problem } from '../../problem.ts'
import { changesOf, changeWords, type FactChange, vendorKey } from '../../register/index.ts'
import { fileNames } from '../file-name.ts'
import type { Maker, Prepared } from '../making.ts'
import type { Rows } from '../row/rows.ts'
import { Summary } from '../summary/summary.ts'
import type { BatchOptions, BatchRow, RowResult } from '../types.ts'
import { Manifest } from './manifest.ts'

/** Is told how far a batch is. */
export interface BatchProgress {
  step(): void
  stop(): void
}

/** What is said of a batch when it is done. */
export type BatchCounts = Record<RowResult['state'], number>

/** What a folder of drafts is filled by. */
export type Filling = Pick<BatchOptions, 'document' | 'format' | 'output' | 'isSent'>

/** Whoever is told how a batch goes. */
export interface Telling {
  /** Called with one line for each row that fails, and each finding of the draft check. */
  tell: (line: string) => void
  /** Starts to show how far it is; its argument counts the rows, which not every place needs. */
  progressOf: (count: () => Promise<number>) => Promise<BatchProgress>
}

/**
 * Fills a folder with a document for each row and the summary of them. A row that fails stops no other: it is told with its line and
 * reason. Rows whose inputs and files have not changed since the last time are left as they are.
 *
 * @param makerOf says who has the drafts, once the folder is held
 * @throws Problem where the folder cannot be filled
 */
export async function fillFolder(
  options: Filling,
  rows: Rows,
  makerOf: () => Promise<Maker & { end(): Promise<void> }>,
  telling: Telling,
): Promise<BatchCounts> {
  await requireFolder(options.output)
  // Two batches that fill one folder would take each other's drafts for somebody's edits.
  const held = await holdFolder(options.output)
  try {
    await tidyParts(options.output)
    return await draftRows(options, { rows, held, makerOf }, telling)
  } finally {
    await held.release()
  }
}

async function draftRows(
  options: Filling,
  { rows, held, makerOf }: { rows: Rows; held: Held; makerOf: Parameters<typeof fillFolder>[2] },
  { tell, progressOf }: Telling,
): Promise<BatchCounts> {
  const maker = await makerOf()
  const manifest = await Manifest.open(options.output)
  const summary = await Summary.open(options.output, options.document, rows.own)
  const repeated = repeatsTold()
  const progress = await progressOf(rows.count)
  const nameOf = fileNames()
  const counts: BatchCounts = { drafted: 0, unchanged: 0, failed: 0 }

  const settle = async (pending: Promise<RowResult>) => {
    const result = await pending
    counts[result.state] += 1
    await summary.add(result)
    if (result.problem !== undefined) tell(`${result.place}: ${result.problem}`)
    if (result.told !== undefined) tell(`${result.place}: ${result.told}`)
    for (const { place, told } of result.with ?? []) if (told !== undefined) tell(`${place}: ${told}`)
    for (const message of result.outcome?.messages ?? []) tell(`${result.place}: ${message}`)
    progress.step()
  }
  // A window of rows is on its way at any time: memory does not grow with the table.
  const window: Promise<RowResult>[] = []
  try {
    for await (const row of rows.read()) {
      if (held.lost.aborted) throw lostHold(options.output)
      const file = `${nameOf(wordOf(row.facts, 'name'))}.${endingOf(options.format)}`
      const said = [repeated(row), row.told].filter((one) => one !== undefined)
      const pending = resultOf(row, file, { options, manifest, maker }).then((result) =>
        said.length === 0 ? result : { ...result, told: [...said, result.told].filter(Boolean).join('. ') },
      )
      // What goes wrong is told when its turn comes.
      pending.catch(() => {})
      window.push(pending)
      if (window.length >= maker.threads * 4) await settle(window.shift()!)
    }
    for (const pending of window) await settle(pending)
    await summary.close(counts)
  } catch (error) {
    await summary.discard()
    throw error
  } finally {
    progress.stop()
    await Promise.allSettled(window)
    await maker.end()
    await manifest.close()
  }
  return counts
}

function lostHold(folder: string): Problem {
  const reason = 'was taken over by another batch while this one slept: run it again to go on'
  return new Problem('held', reason, { file: folder })
}

interface Drafting {
  options: Filling
  manifest: Manifest
  maker: Maker
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
    ...(row.with && { with: row.with }),
  }
  const failed = (reason: string): RowResult => ({ ...rowWords, state: 'failed', problem: reason })
  if (problem) return failed(problem.message)
  const { options, manifest, maker } = drafting
  let prepared: Prepared
  try {
    prepared = await maker.prepare(row)
  } catch (error) {
    if (error instanceof Problem) return failed(error.toString())
    throw error
  }
  const { input } = prepared
  const chosen = await versionOf(asked, input, facts, drafting)
  const { file, known } = chosen
  const about = { ...rowWords, file, ...(chosen.told !== undefined && { told: chosen.told }) }
  if (known.state === 'unchanged') return { ...about, state: 'unchanged', outcome: known.outcome }
  if (known.state === 'foreign') {
    return failed(
      `${join(options.output, file)} was changed by hand, or is from elsewhere: move it away to draft it anew`,
    )
  }
  const made = await prepared.draft()
  if ('problem' in made) return failed(made.problem)
  manifest.begin(file)
  try {
    await writeWhole(join(options.output, file), made.content)
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
    const changes = known.facts ? changesTold(known.facts, facts).map(changeWords) : []
    const what =
      changes.length > 0 ? changes.join('; ') : 'no fact of it, but the library, the templates or the options'
    const amended =
      options.document === 'vendor-addendum'
        ? '; once it is signed, an amendment changes it (clausebook impact --amendments)'
        : ''
    told = `${file} was sent and stays as it is; since then changed: ${what}${amended}`
  }
}

/** What changed of a row; what each product of an addendum for several has says what all have. */
function changesTold(before: Record<string, unknown>, after: Record<string, unknown>): FactChange[] {
  const changes = changesOf(before, after)
  const isOfProducts = ({ path }: FactChange) => path.startsWith('vendor.products.')
  if (!changes.some(isOfProducts)) return changes
  return changes.filter(({ path }) => path !== 'vendor.product' && path !== 'vendor.models')
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

/** A word of the vendor for the summary and the file's name, without marks that would turn or hide what is around it. */
function wordOf({ vendor }: Record<string, unknown>, key: string): string {
  const word = (Object(vendor) as Record<string, unknown>)[key]
  return typeof word === 'string' ? word.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim() : ''
}
