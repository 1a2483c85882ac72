import { basename, join } from 'node:path'
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
import type { OpenDeal } from '../../store/index.ts'
import { sha256Of } from '../../texts/index.ts'
import { isWordFile } from '../word/files.ts'

/** Names of what every deal has. */
export const names = {
  record: 'deal.yaml',
  key: 'deal.key',
  points: 'points.json',
  sent: (round: number) => `${round}-sent.docx`,
  marks: (round: number) => `${round}-marks.json`,
  made: (round: number) => `${round}-made.json`,
  returned: (round: number, ending: string) => `${round}-returned${ending}`,
}

/** Largest files of each kind that are read (bytes). */
export const largest = { text: 1_000_000, json: 20_000_000, paper: 50_000_000 }

/**
 * Reads a deal with every file that was sent and came back.
 *
 * @param shown the deal as a person names it
 * @throws Problem where a file of it is missing, a link, too large, or not as it was kept
 */
export async function keptDeal(deal: OpenDeal, shown: string): Promise<KeptDeal> {
  const record = recordOf(deal, shown)
  const keyFile = { file: join(shown, names.key) }
  const key = new TextDecoder().decode(await deal.file(names.key, largest.text)).trim()
  if (!isKey(key)) throw new Problem('key', 'is no key: 64 hexadecimal digits on one line', keyFile)

  async function checked(name: string, most: number, sha256: string | undefined): Promise<Uint8Array> {
    const content = await deal.file(name, most)
    if (sha256 === undefined || sha256Of(content) === sha256) return content
    throw new Problem('deal', 'was changed since the deal was given it: put back the file that was kept', {
      file: join(shown, name),
    })
  }

  /** A table of the deal; a deal of before has no digest of it. */
  const table = async (name: string, sha256: string | undefined) =>
    new TextDecoder().decode(await checked(name, largest.json, sha256))
  const turn = ({ file, sha256 }: TurnFile) => checked(file, largest.paper, sha256)

  const points = readPoints(await table(names.points, record.points), join(shown, names.points))
  const rounds: KeptRound[] = []
  for (const [at, { sent, returned, marks: digest }] of record.rounds.entries()) {
    const marksFile = names.marks(at + 1)
    const marks = readMarks(await table(marksFile, digest), join(shown, marksFile))
    const back = returned && (await turn(returned))
    rounds.push({
      sent: await turn(sent),
      marks,
      ...(back && {
        returned: isWordFile(returned.file)
          ? back
          : (await readIncoming(join(shown, returned.file), back)).agreement,
      }),
    })
  }
  const kept = { record, key, points, rounds }
  try {
    requireKey(kept)
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.rule, error.message, keyFile)
    throw error
  }
  return kept
}

/** What `deal.yaml` says. @throws Problem where it is not right */
export function recordOf({ yaml }: Pick<OpenDeal, 'yaml'>, shown: string): DealRecord {
  return readDeal(yaml, join(shown, names.record))
}

/** Whether words are a key: 32 bytes in hexadecimal. */
export function isKey(words: string): boolean {
  return /^[0-9a-f]{64}$/.test(words)
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
    sha256: sha256Of(bytes),
    on,
    ...(by !== undefined && { by }),
  }
}
