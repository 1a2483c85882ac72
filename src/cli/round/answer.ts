import {
  type Answer,
  answerReturn,
  answerWords,
  authorOf,
  type DealRecord,
  type KeptDeal,
  marksJson,
  openAsks,
  readDealTurns,
  type TurnReading,
  waitingConcessions,
  waitingWord,
} from '../../deal/index.ts'
import { Problem } from '../../problem.ts'
import type { HeldDeal } from '../../store/index.ts'
import { sha256Of } from '../../texts/index.ts'
import { today } from '../../today.ts'
import type { DatabaseOptions } from '../database.ts'
import type { HouseOptions } from '../house.ts'
import { requireWritable, tell, writeOutput } from '../output.ts'
import { say } from '../say.ts'
import { keptDeal, names, turnFileOf } from './kept.ts'
import { dealYaml } from './open.ts'
import { withDeal } from './place.ts'
import { type Beside, besideOf } from './report.ts'

/** What `clausebook round answer` can be told. */
export interface AnswerOptions extends HouseOptions, DatabaseOptions {
  output?: string
  accept?: string[]
  refuse?: string[]
  approve?: string
  approving?: string
  author?: string
  date?: string
}

/**
 * Writes the next mark-up on their file and keeps it as the next round; with `--approve` alone it records who approves what was
 * conceded.
 *
 * @throws Problem where the last round has not come back, or its answer cannot be made
 */
export async function answerRound(name: string, options: AnswerOptions): Promise<void> {
  if (options.output !== undefined) await requireWritable(options.output)
  else if (options.approve === undefined)
    throw new Problem('usage', 'name the file of the mark-up with --output FILE.docx')
  if (options.approving !== undefined && options.approve === undefined)
    throw new Problem('usage', '--approving goes with --approve NAME')
  await withDeal(name, options, ({ shown, hold }) => hold((held) => answered(held, shown, options)))
}

async function answered(held: HeldDeal, shown: string, options: AnswerOptions): Promise<void> {
  const deal = await keptDeal(held, shown)
  const on = options.date ?? today()
  if (options.approving !== undefined) requireWaiting(deal.record, options.approving, shown)
  const approved = withApproval(deal.record, options.approve, on)
  if (options.output === undefined) {
    if (approved === deal.record)
      throw new Problem('approve', 'nothing in this deal waits for an approval', { file: shown })
    return held.save({ yaml: dealYaml(approved), did: `approved by ${options.approve}` })
  }
  const beside = await besideOf(held, deal, { ...options, shown })
  const { answer, author, reading } = made(deal, beside, options, on)
  const round = deal.record.rounds.length + 1
  await held.requireFree([names.sent(round), names.marks(round)])
  const below = answer.points.filter(({ below: is }) => is)
  const taken = answer.points.filter(({ does }) => does === 'accept').map(({ point }) => point)
  const asksThat = (what: string) => answer.asks.filter(({ does }) => does === what).map(({ point }) => point)
  const settled = { taken: asksThat('accept'), struck: asksThat('counter') }
  const marks = marksJson(round, answer.marks)
  const record: DealRecord = {
    ...approved,
    rounds: [
      ...approved.rounds,
      {
        sent: turnFileOf(names.sent(round), options.output, answer.bytes, on, author),
        marks: sha256Of(marks),
        ...(taken.length > 0 && { taken }),
        ...(settled.taken.length + settled.struck.length > 0 && { asks: settled }),
      },
    ],
    ...((approved.concessions ?? []).length + below.length > 0 && {
      concessions: [
        ...(approved.concessions ?? []),
        ...below.map(({ point }) => ({
          point,
          round,
          approver: deal.points.find(({ id }) => id === point)!.approval,
          ...(options.approve !== undefined && { approved: { by: options.approve, on } }),
        })),
      ],
    }),
  }
  const files = new Map<string, string | Uint8Array>([
    [names.sent(round), answer.bytes],
    [names.marks(round), marks],
  ])
  const did = `round ${round} sent`
  // First the deal: what it does not know is not to be sent.
  await held.save({ yaml: dealYaml(record), files, did })
  await writeOutput(options.output, answer.bytes)
  await told(answer, deal, reading, options)
}

function made(
  deal: KeptDeal,
  beside: Beside,
  { accept = [], refuse = [], author: named }: AnswerOptions,
  on: string,
): { answer: Answer; author: string; reading: TurnReading } {
  const round = deal.rounds.length
  const turns = readDealTurns(deal, beside)
  const reading = turns.at(-1)?.reading
  if (!reading)
    throw new Problem(
      'round',
      `round ${round} has not come back yet: add what came back with clausebook round add`,
    )
  const asks = openAsks(deal.record, turns)
  const known = [...deal.points.map(({ id }) => id), ...asks.map(({ id }) => id)]
  for (const id of [...accept, ...refuse])
    if (!known.includes(id))
      throw new Problem(
        'point',
        `there is no point or open ask ${id} in this deal: it has ${known.join(', ')}`,
      )
  for (const id of refuse)
    if (accept.includes(id) || !asks.some((ask) => ask.id === id))
      throw new Problem(
        'point',
        `--refuse takes a new ask of theirs, once, and ${id} is ${accept.includes(id) ? 'taken too' : 'a point of ours, which is put back without it'}`,
      )
  const author = authorOf(named, beside.matter)
  const answer = answerReturn({
    record: deal.record,
    key: deal.key,
    points: deal.points,
    round,
    kept: deal.rounds.at(-1)!,
    reading,
    accept: new Set(accept),
    asks,
    refuse: new Set(refuse),
    author,
    date: `${on}T00:00:00Z`,
  })
  return { answer, author, reading }
}

/** @throws Problem where something else waits than whoever approves has seen */
function requireWaiting(record: DealRecord, seen: string, shown: string): void {
  const waiting = waitingConcessions(record)
  if (waitingWord(waiting) === seen.split(',').sort().join(',')) return
  const now = waiting.map(({ point, round }) => `${point} (round ${round})`).join(', ')
  throw new Problem(
    'approve',
    `what waits for an approval is not what was shown, so nothing was approved: ${now === '' ? 'nothing waits now' : `now it is ${now}`}; look at the deal again`,
    { file: shown },
  )
}

/** The record with an approval of every concession that waits for one. */
function withApproval(record: DealRecord, by: string | undefined, on: string): DealRecord {
  const { concessions = [] } = record
  if (by === undefined || concessions.every(({ approved }) => approved)) return record
  return {
    ...record,
    concessions: concessions.map((one) => (one.approved ? one : { ...one, approved: { by, on } })),
  }
}

async function told(
  answer: Answer,
  deal: KeptDeal,
  reading: TurnReading,
  { output, approve }: AnswerOptions,
): Promise<void> {
  const { left, waits } = answerWords(answer, deal.points, reading, { approved: approve !== undefined })
  if (left.length > 0) process.exitCode = 1
  for (const line of [...left, ...waits]) say(`clausebook: ${line}`)
  const count = (what: string) => answer.points.filter(({ does }) => does === what).length
  if (output !== '-')
    await tell(
      `${output} is round ${deal.rounds.length + 1}: ${count('accept')} points taken as they came, ${count('counter')} answered with our words, ${count('keep')} as they stand.\n`,
    )
}
