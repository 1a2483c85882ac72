import {
  type AskedReviews,
  beginBatch,
  beginReviews,
  type GivenPaper,
  workerName,
  workOn,
} from '../batch/index.ts'
import { readMatter } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import type { KeptVendor } from '../register/index.ts'
import type { PaperKind } from '../review/licensor.ts'
import { isUnderWay, type Job, ShareUsedUp, type Store, shareOfOne } from '../store/index.ts'
import { today } from '../today.ts'
import { type HouseSettings, housePlace } from './houses.ts'
import { Refusal } from './refusal.ts'
import type { Upload } from './uploads.ts'

/** Drafts for many vendors, and reviews of many papers, as jobs. */
export interface Batches {
  /**
   * Keeps a batch as a job; where no worker waits for it, this server does it.
   *
   * @throws Problem where nothing can be drafted at all
   */
  begin(asked: AskedBatch): Promise<Job>
  /**
   * Keeps a review of many papers as a job.
   *
   * @throws Problem where the matter cannot be read
   */
  beginReviews(asked: AskedPapers): Promise<Job>
  /** Goes on with what waits, where no worker does. */
  goOn(): void
  /** Ends with the part in hand; the rest waits for the next start. */
  end(): Promise<void>
}

/** A batch as a page asks for it. */
export interface AskedBatch {
  document: string
  vendors: readonly KeptVendor[]
  /** The matter of the store that they have in common; left out: they have none. */
  matter?: { name: string; yaml: string }
  /** Whether what is not known is left as a marked blank; else there is no draft of such a row. */
  blanks: boolean
  /** Whether products of one vendor are one addendum: `vendor`, or by a column (`#supplier id`); left out: each has its own. */
  group?: string
  by: string
}

/** Papers as a page sends them. */
export interface AskedPapers {
  papers: readonly Upload[]
  /** The matter that they are held against; with its name where it is kept. */
  matter: { yaml: string; name?: string }
  /** Which vendor of the matter all are of; empty where each paper tells. */
  vendor: string
  whose?: PaperKind
  /** What persons decided before, as YAML. */
  decisions?: string
  by: string
}

/** @param hasWorkers whether other processes work on the jobs of this store */
export function openBatches(
  store: Pick<Store, 'jobs'>,
  hasWorkers: boolean,
  { workTime, ...houses }: HouseSettings & { workTime: number },
): Batches {
  const ending = new AbortController()
  const houseOf = ({ house }: { house?: string }) => housePlace(houses, house)
  /** Whether something came while this server was at work. */
  let more = false
  let atWork: Promise<void> | undefined
  const work = async () => {
    while (more && !ending.signal.aborted) {
      more = false
      if (!(await store.jobs.list(Number.MAX_SAFE_INTEGER)).some(isUnderWay)) return
      await workOn(store.jobs, {
        worker: workerName(),
        // The pages come first.
        concurrency: 1,
        isBusy: true,
        paperTime: workTime,
        houseOf,
        once: true,
        signal: ending.signal,
        tell: () => {},
      })
    }
  }
  const goOn = () => {
    if (hasWorkers) return
    more = true
    atWork ??= work()
      // What was begun waits, and the job says so; whoever asks next has it tried again. No job ends the server.
      .catch((error: unknown) => {
        if (!(error instanceof Problem)) process.emitWarning(`a mistake in Clausebook, at a job: ${error}`)
      })
      .finally(() => {
        atWork = undefined
      })
  }
  return {
    async begin({ document, vendors, matter, blanks, group, by }) {
      const common = matter === undefined ? {} : { matter: readMatter(matter.yaml, 'the matter in common') }
      const batch = vendors.length === 1 ? 'one vendor' : `${vendors.length} vendors`
      const day = today()
      const grouped = group === undefined ? {} : { group }
      const options = { document, format: 'docx' as const, batch, vendors, ...common, ...grouped, houseOf }
      const draft = { date: day, today: day, ...(blanks && { allowBlanks: true }) }
      const asked = { ...options, draft, ofMatter: matter?.name, share: shareOfOne }
      const job = await beginBatch(asked, store, by, () => {}).catch(comeLater)
      goOn()
      return job
    },
    async beginReviews({ papers, matter: { yaml, name }, vendor, whose, decisions, by }) {
      const asked: AskedReviews = {
        title: `${papers.length} papers`,
        papers: given(papers),
        matter: { yaml, place: 'matter' },
        format: 'docx',
        date: today(),
        houseOf,
        share: shareOfOne,
        ...(vendor !== '' && { vendor }),
        ...(whose && { whose }),
        ...(decisions !== undefined && { decisions }),
        ...(name !== undefined && { ofMatter: name }),
      }
      const job = await beginReviews(asked, store, by).catch(comeLater)
      goOn()
      return job
    },
    goOn,
    async end() {
      ending.abort()
      await atWork
    },
  }
}

/** @throws Refusal 429 where whoever asks has as much in the queue as he may */
export function comeLater(error: unknown): never {
  if (!(error instanceof ShareUsedUp)) throw error
  throw new Refusal(429, error.rule, error.message, { retryAfter: 60 })
}

async function* given(papers: readonly Upload[]): AsyncGenerator<GivenPaper> {
  for (const { file, bytes } of papers) yield { place: file, bytes }
}
