import type { Departure } from '../../draft/index.ts'
import { type DocumentFormat, endingOf } from '../../formats.ts'
import { Problem } from '../../problem.ts'
import { type KeptVendor, vendorKey } from '../../register/index.ts'
import { type Deed, type Store, type WaitingThing, type Word, wordOn, words } from '../../store/index.ts'
import { rowSchema, saidSchema, taskSchema } from './task.ts'

/** A draft of a batch with less in it than our lowest level, and what was said of it. */
export interface DraftToApprove {
  job: string
  /** Which of the job's, from 1. */
  at: number
  vendor: string
  product: string
  /** SHA-256 of the draft. */
  sha256: string
  /** What is less, and who must approve it. */
  approvals: Departure[]
  /** What was said of exactly these bytes, the last time; undefined as long as nothing was. */
  said?: { word: Word; by: string; at: string }
}

type JobsOf = Pick<Store, 'jobs'>

/**
 * Drafts of a job of which the library names who must approve them, the first of them.
 *
 * @throws NoSuchJob
 */
export async function draftsToApprove({ jobs }: JobsOf, id: string, most: number): Promise<DraftToApprove[]> {
  const deeds = await jobs.deeds(id)
  return (await jobs.waiting(most, id)).flatMap((thing) => toApprove(thing, deeds))
}

/**
 * Says of drafts that they go out, or do not, by their digests: of exactly those that somebody has seen.
 *
 * @throws NoSuchJob; NotYours; Problem where one of them is none that waits any more
 */
export async function decideDrafts(
  { jobs }: JobsOf,
  id: string,
  word: Word,
  digests: readonly string[],
  by: string,
): Promise<void> {
  if (digests.length === 0) throw new Problem('approval', 'which drafts are meant is not said: name some')
  const waiting = (await draftsToApprove({ jobs }, id, Number.MAX_SAFE_INTEGER)).filter(({ said }) => !said)
  const seen = digests.map((digest) => {
    const found = waiting.find(({ sha256 }) => sha256 === digest)
    if (found) return found
    throw new Problem(
      'approval',
      'what you have seen does not wait any more: somebody decided on it or drafted it anew, and nothing was kept; look at what waits now',
    )
  })
  await jobs.decide(id, word, seen, by)
}

/**
 * Of vendors the newest draft each, where somebody has to decide on it and nobody did.
 *
 * @returns by the id of the vendor
 */
export async function waitingDrafts(
  { jobs }: JobsOf,
  vendors: readonly KeptVendor[],
): Promise<Map<string, DraftToApprove>> {
  const ids = new Map(vendors.map(({ id, record }) => [vendorKey(record.vendor), id]))
  const newest = new Map<string, WaitingThing>()
  for (const thing of await jobs.waiting(Number.MAX_SAFE_INTEGER)) {
    const [draft] = toApprove(thing, [])
    // An addendum for several products holds up each of them.
    for (const product of draft ? productsIn(thing) : []) {
      const id = ids.get(vendorKey({ name: draft!.vendor, product }))
      if (id !== undefined && !newest.has(id)) newest.set(id, thing)
    }
  }
  const deeds = new Map<string, Deed[]>()
  const found = new Map<string, DraftToApprove>()
  for (const [id, thing] of newest) {
    const known = deeds.get(thing.job) ?? (await jobs.deeds(thing.job))
    deeds.set(thing.job, known)
    const [draft] = toApprove(thing, known)
    if (draft && !draft.said) found.set(id, draft)
  }
  return found
}

/**
 * One of these drafts, as it is kept.
 *
 * @returns undefined where the job has none of that digest
 * @throws NoSuchJob
 */
export async function draftNamed(
  { jobs }: JobsOf,
  id: string,
  digest: string,
): Promise<{ name: string; format: DocumentFormat; content: Uint8Array } | undefined> {
  const found = (await draftsToApprove({ jobs }, id, Number.MAX_SAFE_INTEGER)).find(
    ({ sha256 }) => sha256 === digest,
  )
  if (!found) return undefined
  const { format } = taskSchema.parse((await jobs.open(id)).task)
  for await (const { at, result } of jobs.things(id)) {
    if (at !== found.at) continue
    const { content } = result ?? {}
    return content && { name: `${id}-${at}.${endingOf(format)}`, format, content }
  }
  return undefined
}

/** Products that a draft is for, as its row names them. */
function productsIn({ given }: WaitingThing): string[] {
  const { product, products } = Object(rowSchema.parse(given).facts.vendor) as Record<string, unknown>
  const named = Array.isArray(products) ? products.map((one: unknown) => Object(one).product) : [product]
  return named.map((one) => (typeof one === 'string' ? one : ''))
}

function toApprove({ job, at, given, result }: WaitingThing, deeds: readonly Deed[]): DraftToApprove[] {
  const said = saidSchema.parse(result?.said)
  if (!('outcome' in said)) return []
  const { sha256, approvals } = said.outcome
  const { name, product } = Object(rowSchema.parse(given).facts.vendor) as Record<string, unknown>
  const wordOf = (value: unknown) => (typeof value === 'string' ? value : '')
  const last = deeds.findLast(
    (deed) => deed.sha256 === sha256 && words.some((word) => deed.did === wordOn(word, at)),
  )
  const word = last && words.find((one) => last.did === wordOn(one, at))
  return [
    {
      ...{ job, at, vendor: wordOf(name), product: wordOf(product), sha256, approvals },
      ...(last && word && { said: { word, by: last.by, at: last.at } }),
    },
  ]
}
