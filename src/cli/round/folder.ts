import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import {
  type DealRecord,
  type KeptDeal,
  type KeptRound,
  readDeal,
  readMarks,
  readPoints,
  requireKey,
  type TurnFile,
} from '../../deal/index.ts'
import { Problem } from '../../problem.ts'
import { readIncoming } from '../../review/index.ts'
import { isWordFile } from '../word/files.ts'

/** Names of what every deal has. */
export const names = {
  record: 'deal.yaml',
  key: 'deal.key',
  points: 'points.json',
  sent: (round: number) => `${round}-sent.docx`,
  marks: (round: number) => `${round}-marks.json`,
  returned: (round: number, ending: string) => `${round}-returned${ending}`,
}

/** Largest files of each kind that are read (bytes). */
export const largest = { text: 1_000_000, json: 20_000_000, paper: 50_000_000 }

/**
 * Reads a deal with every file that was sent and came back.
 *
 * @throws Problem where the folder is none of a deal, or a file of it is missing, a link, too large, or not as it was kept
 */
export async function openDealFolder(folder: string): Promise<KeptDeal> {
  const record = await dealRecord(folder)
  const key = (await text(folder, names.key, largest.text)).trim()
  if (!isKey(key))
    throw new Problem('key', 'is no key: 64 hexadecimal digits on one line', {
      file: join(folder, names.key),
    })
  const points = readPoints(await kept(folder, names.points, record.points), join(folder, names.points))
  const rounds: KeptRound[] = []
  for (const [at, { sent, returned, marks: digest }] of record.rounds.entries()) {
    const marksFile = names.marks(at + 1)
    const marks = readMarks(await kept(folder, marksFile, digest), join(folder, marksFile))
    rounds.push({
      sent: await turnFile(folder, sent),
      marks,
      ...(returned && { returned: await returnedFile(folder, returned) }),
    })
  }
  const deal = { record, key, points, rounds }
  try {
    requireKey(deal)
  } catch (error) {
    if (error instanceof Problem)
      throw new Problem(error.rule, error.message, { file: join(folder, names.key) })
    throw error
  }
  return deal
}

/** What `deal.yaml` of a folder says. @throws Problem where there is none or it is not right */
export async function dealRecord(folder: string): Promise<DealRecord> {
  const at = await lstat(folder).catch(() => undefined)
  if (!at) throw new Problem('deal', 'is not there: open a deal with clausebook round open', { file: folder })
  if (!at.isDirectory())
    throw new Problem('deal', 'is no folder: name the folder of a deal', { file: folder })
  if (!(await lstat(join(folder, names.record)).catch(() => undefined)))
    throw new Problem(
      'deal',
      `is no deal, since it has no ${names.record}: open one with clausebook round open`,
      {
        file: folder,
      },
    )
  return readDeal(await text(folder, names.record, largest.text), join(folder, names.record))
}

/** Whether words are a key: 32 bytes in hexadecimal. */
export function isKey(words: string): boolean {
  return /^[0-9a-f]{64}$/.test(words)
}

/** @throws Problem where something stands where the deal writes: a link there would have it write anywhere */
export async function requireFree(folder: string, files: readonly string[]): Promise<void> {
  for (const name of files) {
    const file = join(folder, name)
    if (await lstat(file).catch(() => undefined))
      throw new Problem('deal', 'is in the way of what the deal keeps: take it out of the folder', { file })
  }
}

/** The path of the deal's matter, where it has one. */
export function matterPath(folder: string, { matter }: DealRecord): string | undefined {
  return matter === undefined ? undefined : resolve(folder, matter)
}

/** The name of a file as it is kept and said: on one line, and no longer than a record takes. */
export function shownName(file: string): string {
  return [...basename(file).replace(/\p{C}/gu, ' ').trim()].slice(0, 200).join('') || 'a file without a name'
}

/** How a file is told in `deal.yaml`. */
export function turnFileOf(
  file: string,
  given: string,
  bytes: Uint8Array,
  on: string,
  by: string | undefined,
): TurnFile {
  return {
    file,
    name: shownName(given),
    sha256: digestOf(bytes),
    on,
    ...(by !== undefined && { by }),
  }
}

async function returnedFile(folder: string, told: TurnFile): Promise<NonNullable<KeptRound['returned']>> {
  const bytes = await turnFile(folder, told)
  if (isWordFile(told.file)) return bytes
  return (await readIncoming(join(folder, told.file), bytes)).agreement
}

async function turnFile(folder: string, { file, sha256 }: TurnFile): Promise<Uint8Array> {
  const content = await bytes(folder, file, largest.paper)
  requireSame(folder, file, content, sha256)
  return content
}

/** A table of the deal; a deal of before has no digest of it. */
async function kept(folder: string, name: string, sha256: string | undefined): Promise<string> {
  const content = await bytes(folder, name, largest.json)
  if (sha256 !== undefined) requireSame(folder, name, content, sha256)
  return new TextDecoder().decode(content)
}

function requireSame(folder: string, name: string, content: Uint8Array, sha256: string): void {
  if (digestOf(content) === sha256) return
  throw new Problem('deal', 'was changed since the deal was given it: put back the file that was kept', {
    file: join(folder, name),
  })
}

/** SHA-256 in hexadecimal. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

async function text(folder: string, name: string, most: number): Promise<string> {
  return new TextDecoder().decode(await bytes(folder, name, most))
}

async function bytes(folder: string, name: string, most: number): Promise<Uint8Array> {
  const file = join(folder, name)
  const at = await lstat(file).catch(() => undefined)
  if (!at) throw new Problem('deal', 'is missing from the deal: put it back', { file })
  // A link could name any file of this machine.
  if (!at.isFile())
    throw new Problem('deal', 'is no file of the deal itself: put back the file that was kept', { file })
  if (at.size > most)
    throw new Problem('deal', `is too large for a deal: ${Math.round(most / 1_000_000)} MB are the most`, {
      file,
    })
  return new Uint8Array(await readFile(file))
}
