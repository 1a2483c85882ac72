import {
  type Answer,
  answerReturn,
  authorOf,
  counterpartyOf,
  type DealRecord,
  type DealStatus,
  dealCsv,
  dealDocument,
  dealStatus,
  type KeptDeal,
  openAsks,
  openDeal,
  ownerOf,
  type ReadRound,
  readDealTurns,
  readReturned,
} from '../../deal/index.ts'
import { loadTemplates, withTemplatesOf } from '../../draft/index.ts'
import type { DealFileFormat } from '../../formats.ts'
import type { Library } from '../../library/index.ts'
import { isPrivileged, type Matter, readMatter, vendorChosen } from '../../matter/index.ts'
import { aboutFile, Problem } from '../../problem.ts'
import { openTexts } from '../../texts/index.ts'
import { today } from '../../today.ts'
import { documentFile } from '../../word/documents.ts'
import type { Upload } from '../uploads.ts'
import type { Tell } from './step.ts'

/** What was sent and what came back in each turn, and the matter that it is about. */
export interface DealTask {
  /** The matter as YAML. */
  matter: string
  vendor: string
  turns: { sent: Upload; returned?: Upload }[]
  /** Where the official texts are. */
  folder: string
}

interface ReadDeal {
  deal: KeptDeal
  rounds: ReadRound[]
  matter: Matter
  /** How files were read. */
  notes: string[]
}

/** The marks of a deal that is kept nowhere are hidden from nobody. */
const key = '0'.repeat(64)

/**
 * Where a deal stands whose files were dropped in.
 *
 * @throws Problem where a file cannot be read, or what was sent is none of the matter's papers
 */
export async function dealRead(library: Library, task: DealTask, tell: Tell): Promise<DealStatus> {
  const { deal, rounds, matter, notes } = await dealOf(library, task, tell)
  const vendor = counterpartyOf(deal.record, matter)
  const status = dealStatus(deal, rounds)
  return {
    ...(vendor !== undefined && { vendor }),
    ...status,
    notRead: [...status.notRead, ...notes],
    // What was sent had no marks of this deal: none was to come back.
    rounds: status.rounds.map(({ marks: _, ...round }) => round),
  }
}

/** The issues list of a deal as a file. */
export async function dealFile(
  library: Library,
  { matter, status, format }: { matter: string; status: DealStatus; format: DealFileFormat },
): Promise<{ content: string | Uint8Array }> {
  if (format === 'csv') return { content: dealCsv(status) }
  const { document } = readMatter(matter, 'matter')
  const privileged = isPrivileged(document)
  const list = dealDocument(status, { libraryDigest: library.digest, privileged, date: today() })
  return { content: await documentFile(list, format) }
}

/** What is answered, by whom. */
export type DealAnswerTask = DealTask & { accept: string[]; refuse: string[]; author: string }

/** The next mark-up on what came back last. @throws Problem where nothing has come back, or it is no Word file */
export async function dealAnswer(
  library: Library,
  { accept, refuse, author: named, ...task }: DealAnswerTask,
  tell: Tell,
): Promise<{ content: Uint8Array } & Pick<Answer, 'points' | 'asks'>> {
  const { deal, rounds, matter } = await dealOf(library, task, tell)
  tell({ what: 'Writing the answer' })
  const reading = rounds.at(-1)?.reading
  if (!reading) throw new Problem('round', 'the last turn has not come back yet: drop in what came back')
  const author = authorOf(named === '' ? undefined : named, matter)
  const { bytes, points, asks } = answerReturn({
    record: deal.record,
    key,
    points: deal.points,
    round: deal.rounds.length,
    kept: deal.rounds.at(-1)!,
    reading,
    accept: new Set(accept),
    asks: openAsks(deal.record, rounds),
    refuse: new Set(refuse),
    author,
    date: `${today()}T00:00:00Z`,
  })
  return { content: bytes, points, asks }
}

async function dealOf(library: Library, task: DealTask, tell: Tell): Promise<ReadDeal> {
  const { turns, vendor } = task
  const matter = vendorChosen(readMatter(task.matter, 'matter'), vendor === '' ? undefined : vendor)
  const templates = withTemplatesOf(await loadTemplates(), library.house)
  const drafting = { matter, library, templates, store: openTexts(library.licenses, task.folder) }
  const points: KeptDeal['points'] = []
  const kept: KeptDeal['rounds'] = []
  const notes: string[] = []
  let paper: DealRecord['paper'] = 'vendor-addendum'
  for (const [at, { sent, returned }] of turns.entries()) {
    tell({ what: 'Finding the points in what we sent', done: at, of: turns.length })
    const opened = await aboutFile(sent.file, () => openDeal(sent.bytes, drafting, { key, deal: 'deal' }))
    if (at === 0) paper = opened.paper
    for (const point of opened.points) if (!points.some(({ id }) => id === point.id)) points.push(point)
    const back =
      returned && (await aboutFile(returned.file, () => readReturned(returned.file, returned.bytes)))
    if (returned && back) notes.push(...back.notes.map((note) => `${returned.file}: ${note}`))
    kept.push({ sent: opened.bytes, marks: opened.marks, ...(back && { returned: back.content }) })
  }
  const owner = ownerOf(undefined, matter)
  const record: DealRecord = {
    version: 1,
    deal: matter.vendor?.name ?? matter.matter,
    matter: matter.matter,
    paper,
    ...(owner !== undefined && { owner }),
    rounds: turns.map(({ sent, returned }) => ({
      sent: turnFile(sent),
      ...(returned && { returned: turnFile(returned) }),
    })),
  }
  tell({ what: 'Reading what came back' })
  const deal = { record, key, points, rounds: kept }
  return { deal, rounds: readDealTurns(deal, { matter, library }), matter, notes }
}

/** A file that was dropped in has no day that anybody said: it is told by its name. */
function turnFile({ file }: Upload): DealRecord['rounds'][number]['sent'] {
  return { file, name: file, sha256: '', on: file }
}
