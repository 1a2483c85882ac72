import { libraryOf, vendorChosen, wholeOf, withCurrentKind } from '../../matter/index.ts'
import { documentOf } from '../document/index.ts'
import type { DraftInput } from '../document/types.ts'
import { signedInput, type VendorAmendmentView } from '../document/vendor-amendment.ts'
import {
  type LicenseRow,
  licenseRows,
  type ProductSchedule,
  productSchedules,
} from '../document/vendor-schedules.ts'
import type { AddendumConflict } from '../flow-down/conflict.ts'
import { withHouseDefaults } from '../house-defaults.ts'

/** What an amendment comes to, without its words. */
export interface AmendmentOutline {
  /** Models before and after, as they are labelled. */
  before: string[]
  after: string[]
  /** What is done to the addendum, by its numbers, a line each without the words that come in. */
  changes: string[]
  /** What the facts say against it. */
  against: AddendumConflict[]
  /** What the licenses ask word for word, and their thresholds, before and after: `Display`, `“Built with Llama”`. */
  exact: { point: string; before: string; after: string }[]
}

/**
 * What an amendment would change, for a report on a move.
 *
 * @param product the one that moves, of an addendum that covers several: models and licenses are told of it alone
 * @throws Problem as `draft` does
 */
export function amendmentOutline(given: DraftInput, product?: string): AmendmentOutline {
  const kind = documentOf('vendor-amendment')
  const library = libraryOf(given.matter, given.library)
  const whole = withHouseDefaults(wholeOf(given.matter), library.house)
  const matter = withCurrentKind(vendorChosen(whole, given.options.vendor), library)
  const input = { ...given, library, given: given.matter, matter }
  const { before, after, changes } = kind.view(input) as VendorAmendmentView
  const signed = signedInput(input)
  const its = (of: DraftInput) => productSchedules(of).find(({ name }) => name === product)
  const [was, is] = [its(signed), its(input)]
  const labels = (schedule: ProductSchedule) => schedule.models.map(({ label }) => label)
  return {
    before: was ? labels(was) : before,
    after: is ? labels(is) : after,
    changes: changes.map(({ says }) => says.replace(/:$/, '')),
    against: kind.conflicts?.(input) ?? [],
    exact: pointsOf(was?.licenses ?? licenseRows(signed), is?.licenses ?? licenseRows(input)),
  }
}

function pointsOf(before: readonly LicenseRow[], after: readonly LicenseRow[]): AmendmentOutline['exact'] {
  const told = (rows: readonly LicenseRow[]) => {
    const points = new Map<string, string[]>()
    for (const { title, released, threshold, exact } of rows)
      for (const { point, words } of [
        { point: 'License', words: `${title}, ${released}` },
        ...(threshold === '' ? [] : [{ point: 'Threshold', words: `more than ${threshold}` }]),
        ...exact,
      ])
        points.set(point, [...new Set([...(points.get(point) ?? []), words])])
    return points
  }
  const [was, is] = [told(before), told(after)]
  return [...new Set([...was.keys(), ...is.keys()])].map((point) => ({
    point,
    before: was.get(point)?.join('; ') ?? 'none',
    after: is.get(point)?.join('; ') ?? 'none',
  }))
}
