import { availableParallelism } from 'node:os'
import { type BatchRow, draftRows, ownCells } from '../../batch/index.ts'
import { matterSource } from '../../files/matter-source.ts'
import type { Impact } from '../../impact/index.ts'
import { type Library, resolveModel } from '../../library/index.ts'
import { type Matter, readMatter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import {
  type AddendumChange,
  type KeptVendor,
  movedModels,
  sentDigests,
  signedFactsOfAll,
  signedTogether,
} from '../../register/index.ts'
import { type HouseOptions, houseOf } from '../house.ts'
import { say } from '../say.ts'

/** How the amendments of a change are drafted. */
export interface AmendmentOptions extends HouseOptions {
  /** Folder that they go to. */
  amendments?: string
  /** The facts that all vendors have in common: the client, its signatory. */
  matter?: string
  /** The model that takes the place of those under the license that changed. */
  to?: string
  date?: string
}

/** The facts that all vendors have in common, of the file that is named. */
export async function commonFacts({ matter }: AmendmentOptions): Promise<Partial<Matter>> {
  return matter === undefined ? {} : readMatter(await matterSource(matter), matter)
}

/**
 * What becomes of a vendor's addendum under a change: its models move to another, or stay while their text changes.
 *
 * @param changedText how the text that changed is named, where the models stay
 */
export function changeFor(
  { record }: KeptVendor,
  impact: Pick<Impact, 'license' | 'flowDowns' | 'vendors'>,
  { to, changedText }: { to?: string; changedText?: string },
  library: Library,
): AddendumChange {
  const isUnder = (name: string) => {
    const found = resolveModel(name, library)
    return found.known && found.license === impact.license
  }
  if (to !== undefined) return { models: movedModels(record, isUnder, to) }
  const kept = Object.keys(record.levels).length > 0
  const resting = impact.flowDowns.flatMap(({ id }) =>
    !kept || (record.levels[id] !== undefined && record.levels[id] !== 'none') ? [id] : [],
  )
  return {
    models: record.vendor.models ?? [],
    readAgain: resting,
    ...(changedText !== undefined && { changedText }),
  }
}

/** A product that does not change stays on its models. */
function asItIs({ record }: KeptVendor): AddendumChange {
  return { models: record.vendor.models ?? [] }
}

/**
 * The facts of the amendment of a product, with those that were signed in one file with it.
 *
 * @param touched ids of the products that change; one whose contract has ended stays as it was
 */
export function factsOfAmendment(
  some: readonly KeptVendor[],
  touched: ReadonlySet<string>,
  changeOf: (vendor: KeptVendor) => AddendumChange,
  common: Partial<Matter>,
): Record<string, unknown> {
  const changes = ({ id, record }: KeptVendor) => record.status === 'signed' && touched.has(id)
  // Alone it is asked about whatever its status is.
  const all = some.map((kept) => ({
    kept,
    change: some.length === 1 || changes(kept) ? changeOf(kept) : asItIs(kept),
  }))
  return signedFactsOfAll(common, all)
}

/**
 * Drafts the amendment of each vendor that has signed and is touched, with a summary, into a folder. What was signed in one file is
 * amended in one. What was sent is never written over.
 *
 * @param vendors all of the register
 * @param touched ids of those that the change touches
 */
export async function draftAmendments(
  vendors: readonly KeptVendor[],
  touched: ReadonlySet<string>,
  changeOf: (vendor: KeptVendor) => AddendumChange,
  options: AmendmentOptions & { amendments: string },
): Promise<void> {
  const common = await commonFacts(options)
  const contracts = signedTogether(vendors).filter((some) =>
    some.some(({ id, record }) => record.status === 'signed' && touched.has(id)),
  )
  const signed = contracts.flat()
  const rows = contracts.map((some): BatchRow => rowOf(some, touched, changeOf, common))
  for (const { id, record } of signed)
    if (record.files.some(({ is }) => is === 'vendor-amendment'))
      say(`clausebook: ${id}: was amended before: hold the numbers against that amendment too`)
  const sent = sentDigests(vendors)
  const counts = await draftRows(
    {
      document: 'vendor-amendment',
      format: 'docx',
      output: options.amendments,
      jobs: availableParallelism(),
      isSent: (sha256) => sent.has(sha256),
      houseOf: (facts) => houseOf(options, facts),
      draft: {
        allowBlanks: true,
        allowConflicts: true,
        ...(options.date !== undefined && { date: options.date }),
      },
    },
    rows,
    (line) => say(`clausebook: ${line}`),
  )
  const { drafted, unchanged, failed } = counts
  say(
    `clausebook: amendments: ${drafted} drafted, ${unchanged} unchanged, ${failed} failed: ${options.amendments}`,
  )
  if (failed > 0) process.exitCode = 1
}

function rowOf(
  some: readonly KeptVendor[],
  ...[touched, changeOf, common]: [
    ReadonlySet<string>,
    (vendor: KeptVendor) => AddendumChange,
    Partial<Matter>,
  ]
): BatchRow {
  const [first, ...others] = some as [KeptVendor, ...KeptVendor[]]
  const joined = others.map(({ id, record }) => ({
    place: id,
    product: record.vendor.product ?? '',
    own: ownCells(record.ids),
  }))
  const row = {
    place: first.id,
    own: ownCells(first.record.ids),
    ...(joined.length > 0 && { with: joined }),
  }
  try {
    return { ...row, facts: factsOfAmendment(some, touched, changeOf, common) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { ...row, facts: { vendor: first.record.vendor }, problem: error }
  }
}

/**
 * The model that is moved to, as the library calls it.
 *
 * @throws Problem where it has none of that name
 */
export function modelNamed(name: string, library: Library): { name: string; license: string } {
  // An id has the size behind hyphens, where a name has blanks.
  const tried = [name, name.replaceAll('-', ' ')].map((said) => ({
    said,
    found: resolveModel(said, library),
  }))
  const known = tried.flatMap(({ said, found }) => (found.known ? [{ said, found }] : []))
  const best = known.find(({ found }) => found.size !== undefined) ?? known[0]
  if (best) return { name: best.said, license: best.found.license }
  const [first] = tried
  const near = first && !first.found.known ? first.found.nearest[0] : ''
  throw new Problem('model', `--to ${name}: the library has no such model: did you mean ${near}?`)
}
