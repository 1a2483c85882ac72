import { readFile, stat } from 'node:fs/promises'
import {
  askPlace,
  type DealStatus,
  type Hand,
  piecesWords,
  readDealTurns,
  readReturned,
  type TurnReading,
} from '../../deal/index.ts'
import { aboutFile, Problem } from '../../problem.ts'
import type { DealPlace } from '../../store/index.ts'
import { today } from '../../today.ts'
import { say } from '../say.ts'
import { keptDeal, largest, names, shownName, turnFileOf } from './kept.ts'
import { dealYaml } from './open.ts'
import { withDeal } from './place.ts'
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
export async function addReturn(deal: string, returned: string, options: AddOptions): Promise<void> {
  const format = await formatOf(options)
  await withDeal(deal, options, async (place) => {
    await keep(place, returned, options)
    const { status, beside } = await statusOf(place, options)
    tellUnmarked(status, returned)
    await writeStatus(status, beside, format, options)
  })
}

async function keep({ shown, hold }: DealPlace, returned: string, options: AddOptions): Promise<void> {
  await hold(async (held) => {
    const deal = await keptDeal(held, shown)
    const { record } = deal
    const round = record.rounds.length
    const open = record.rounds.at(-1)!
    if (options.date !== undefined && options.date < open.sent.on)
      throw new Problem('date', `--date is before ${open.sent.on}, the day on which round ${round} was sent`)
    if (open.returned)
      throw new Problem(
        'round',
        `round ${round} has come back already, as ${open.returned.name}: answer it first with clausebook round answer, or take it back with clausebook round undo`,
        { file: shown },
      )
    // It is read before it is kept: what cannot be read is no answer.
    const read = await aboutFile(returned, async () => {
      const file = await readReturned(returned, await bytesOf(returned))
      const rounds = deal.rounds.map((one, at) =>
        at === round - 1 ? { ...one, returned: file.content } : one,
      )
      requireOurs(readDealTurns({ ...deal, rounds }).at(-1)?.reading)
      return file
    })
    const name = names.returned(round, read.ending)
    await held.requireFree([name])
    const told = turnFileOf(name, returned, read.bytes, options.date ?? today(), options.by)
    const rounds = record.rounds.map((one) => (one === open ? { ...one, returned: told } : one))
    const yaml = dealYaml({ ...record, rounds })
    const did = `round ${round} came back`
    await held.save({ yaml, files: new Map([[name, read.bytes]]), did })
    for (const note of read.notes) say(`clausebook: ${shownName(returned)}: ${note}`)
  })
}

/** Says what came in without a mark, or under our name. */
function tellUnmarked(status: DealStatus, returned: string): void {
  const now = status.rounds.length
  for (const { point, turns } of status.points) {
    const last = turns.at(-1)?.reading
    if (last && underOurName(last))
      say(
        `clausebook: ${shownName(returned)}: ${point.title} has a change or comment under our name that we did not make`,
      )
    if (last?.manner?.includes('silent'))
      say(`clausebook: ${shownName(returned)}: ${point.title} was changed without a mark`)
  }
  for (const ask of status.asks) {
    const { round, manner, pieces } = ask
    const place = askPlace(ask)
    if (round === now && underOurName(ask))
      say(
        `clausebook: ${shownName(returned)}: a change outside our points, ${ask.id}, bears our name, and we did not make it`,
      )
    if (round === now && manner.includes('silent'))
      say(
        `clausebook: ${shownName(returned)}: outside our points${place === '' ? '' : `, ${ask.beside === undefined ? 'at' : 'in the'} ${place}`}, without a mark: ${piecesWords(pieces)}`,
      )
  }
}

/** Whether something in it bears our name, though what we sent has it not. */
function underOurName({ by, comments }: { by: readonly Hand[]; comments: readonly Hand[] }): boolean {
  return [...by, ...comments].some(({ asOurs }) => asOurs)
}

/** @throws Problem where nothing of what was sent is in the file, which then is no return of it */
function requireOurs(reading: TurnReading | undefined): void {
  if (reading?.points.some(({ found }) => found !== 'gone')) return
  throw new Problem(
    'return',
    'has no paragraph of our points: add what came back of this deal, or read a paper of theirs with clausebook review',
  )
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const at = await stat(file).catch(() => undefined)
  if (!at?.isFile()) throw new Problem('file', 'is not there, or is no file: name what came back', { file })
  if (at.size > largest.paper)
    throw new Problem('file', `is too large for a deal: ${largest.paper / 1_000_000} MB are the most`, {
      file,
    })
  try {
    return new Uint8Array(await readFile(file))
  } catch {
    throw new Problem('file', 'cannot be read as a file', { file })
  }
}
