import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { type DealRecord, dealStatus, readDealTurns } from '../../deal/index.ts'
import { holdFolder, writeWhole } from '../../files/index.ts'
import { Problem } from '../../problem.ts'
import { today } from '../../today.ts'
import { incomingPaper } from '../review/paper.ts'
import { say } from '../say.ts'
import { isWordFile, readWordFile } from '../word/files.ts'
import { dealRecord, names, openDealFolder, turnFileOf } from './folder.ts'
import { dealYaml } from './open.ts'
import { formatOf, type ReportOptions, statusOf, writeStatus } from './report.ts'

/** What `clausebook round add` can be told. */
export interface AddOptions extends ReportOptions {
  by?: string
}

/**
 * Adds what came back to the last round, and tells what it says.
 *
 * @throws Problem where the round has its answer already, or the file cannot be read
 */
export async function addReturn(folder: string, returned: string, options: AddOptions): Promise<void> {
  const format = await formatOf(options)
  // Before the folder is held: a folder that is none of a deal gets no lock in it.
  await dealRecord(folder)
  const held = await holdFolder(folder)
  try {
    const deal = await openDealFolder(folder)
    const { record } = deal
    const round = record.rounds.length
    const open = record.rounds.at(-1)!
    if (open.returned)
      throw new Problem(
        'round',
        `round ${round} has come back already, as ${open.returned.name}: answer it first with clausebook round answer`,
        { file: folder },
      )
    const name = names.returned(round, returned)
    const bytes = isWordFile(returned) ? await readWordFile(returned) : await bytesOf(returned)
    const told = turnFileOf(name, returned, bytes, options.date ?? today(), options.by)
    const rounds = record.rounds.map((one) => (one === open ? { ...one, returned: told } : one))
    // It is read before it is kept: what cannot be read is no answer.
    const content = isWordFile(returned) ? bytes : (await incomingPaper(returned)).agreement
    const kept = deal.rounds.map((one, at) => (at === round - 1 ? { ...one, returned: content } : one))
    const next: DealRecord = { ...record, rounds }
    try {
      dealStatus(
        { ...deal, record: next, rounds: kept },
        readDealTurns({ ...deal, record: next, rounds: kept }),
      )
    } catch (error) {
      if (error instanceof Problem && error.place.file === undefined)
        throw new Problem(error.rule, error.message, { ...error.place, file: returned })
      throw error
    }
    await writeWhole(join(folder, name), bytes, { mode: 0o600 })
    await writeWhole(join(folder, names.record), dealYaml(next), { mode: 0o600 })
  } finally {
    await held.release()
  }
  const { status, beside } = await statusOf(folder, options)
  for (const { point, turns } of status.points) {
    const last = turns.at(-1)?.reading
    if (last?.manner?.includes('silent'))
      say(`clausebook: ${basename(returned)}: ${point.title} was changed without a mark`)
  }
  await writeStatus(status, beside, format, options)
}

/** Formats whose words are read, beside Word's. */
const read = new Set(['.pdf', '.md', '.html', '.htm', '.txt', '.odt', '.rtf', '.doc'])

async function bytesOf(file: string): Promise<Uint8Array> {
  if (!read.has(extname(file).toLowerCase()))
    throw new Problem('format', 'is no file that a round reads: .docx, .pdf, .md, .html or .txt', { file })
  try {
    return new Uint8Array(await readFile(file))
  } catch {
    throw new Problem('file', 'is not there, or cannot be read as a file', { file })
  }
}
