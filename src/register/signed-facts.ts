import type { Matter } from '../matter/index.ts'
import type { VendorRecord } from './types.ts'

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
