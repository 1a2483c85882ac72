import type { Matter } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import { changesOf, changeWords } from './change.ts'
import { productsIn } from './together.ts'
import type { KeptVendor, VendorRecord } from './types.ts'

/** What becomes of a signed addendum. */
export interface AddendumChange {
  /** The models that the product runs on from now on. */
  models: string[]
  /** The text of a license that changed, as it is named. */
  changedText?: string
  /** Flow-downs that rest on words of it. */
  readAgain?: readonly string[]
}

/**
 * The facts of an amendment: those that all vendors have in common, over them the vendor's own and what it signed, each clause at its
 * level and with its numbers.
 *
 * @param common the facts that all vendors have in common; what they say of a vendor of their own is left out
 */
export function signedFacts(
  common: Partial<Matter>,
  { vendor, dates, levels, figures }: VendorRecord,
  { models, changedText, readAgain = [] }: AddendumChange,
): Record<string, unknown> {
  const { vendor: own, agreement, ...facts } = common
  const other = Object.entries(levels).flatMap(([id, level]) => (level === 'other' ? [id] : []))
  const positions = Object.entries(levels).flatMap(([id, level]) =>
    level === 'other' ? [] : [[id, level === 'none' ? 'off' : level] as const],
  )
  return {
    matter: `Amendment for ${vendor.name}`,
    ...facts,
    vendor: {
      ...(own?.name === undefined ? own : {}),
      ...vendor,
      models,
    },
    agreement: {
      ...agreement,
      addendum: {
        ...(dates.signed !== undefined && { date: dates.signed }),
        models: vendor.models ?? [],
        ...(other.length > 0 && { other_words: other }),
        ...(readAgain.length > 0 && { read_again: [...readAgain] }),
        ...(changedText !== undefined && { changed_text: changedText }),
      },
    },
    negotiation: {
      ...common.negotiation,
      positions: { ...common.negotiation?.positions, ...Object.fromEntries(positions) },
      figures: [
        ...(common.negotiation?.figures ?? []).filter(({ figure }) => !(String(figure) in figures)),
        ...Object.entries(figures).map(([figure, is]) => ({ figure, is })),
      ],
    },
  }
}

/** A product of an addendum, and what becomes of it. */
export interface ProductChange {
  kept: KeptVendor
  change: AddendumChange
}

/**
 * The facts of an amendment of an addendum that was signed for several products: what changes for one of them changes nothing of the
 * others, which it lists as they are.
 *
 * @param common as of `signedFacts`
 * @throws Problem where something else is kept of one than of the others that were signed with it
 */
export function signedFactsOfAll(
  common: Partial<Matter>,
  all: readonly ProductChange[],
): Record<string, unknown> {
  const [first, ...others] = all as readonly [ProductChange, ...ProductChange[]]
  const { record } = first.kept
  if (others.length === 0) return signedFacts(common, record, first.change)
  for (const { kept } of others) {
    const differs = changesOf(sharedOf(record), sharedOf(kept.record))
    if (differs.length > 0)
      throw new Problem(
        'signed-together',
        `was signed in one file with ${first.kept.id}, and something else is kept of it (${differs.map(changeWords).join('; ')}): settle which holds`,
      )
  }
  const was = productsIn(all.map(({ kept }) => kept.record))
  const is = productsIn(
    all.map(({ kept, change }) => ({ vendor: { ...kept.record.vendor, models: change.models } })),
  )
  const changedText = all.find(({ change }) => change.changedText !== undefined)?.change.changedText
  const facts = signedFacts(
    common,
    { ...record, vendor: { ...record.vendor, ...was } },
    {
      models: is.models,
      readAgain: [...new Set(all.flatMap(({ change }) => change.readAgain ?? []))],
      ...(changedText !== undefined && { changedText }),
    },
  )
  const agreement = facts.agreement as { addendum: object }
  return {
    ...facts,
    vendor: { ...(facts.vendor as object), products: is.products },
    agreement: { ...agreement, addendum: { ...agreement.addendum, products: was.products } },
  }
}

/** What is the same of all products of one addendum. */
function sharedOf({ vendor, dates, levels, figures }: VendorRecord): object {
  const { product: _, models: __, ...facts } = vendor
  return { vendor: facts, signed: dates.signed, levels, figures }
}

/**
 * The models of a vendor when those under a license give way to another.
 *
 * @param isUnder whether a model, by its name, is under the license
 */
export function movedModels(
  { vendor }: VendorRecord,
  isUnder: (model: string) => boolean,
  to: string,
): string[] {
  return [...new Set((vendor.models ?? []).map((name) => (isUnder(name) ? to : name)))]
}
