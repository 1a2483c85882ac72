import { parseAgreement } from '../agreement/index.ts'
import { editsOf, type Library, type License } from '../library/index.ts'
import { amendmentsOf } from './amendments.ts'
import { redlineOf } from './redline.ts'
import type { AmendedLicense, ChosenPosition, PositionEdit } from './types.ts'

/** The edits that positions make in a license. */
export function editsFor(chosen: readonly ChosenPosition[], license: License): PositionEdit[] {
  return chosen.flatMap(({ position, level }) =>
    editsOf(position, level, license).map((edit) => ({
      edit,
      position: position.id,
      level,
      ...(position.own && { own: true as const }),
    })),
  )
}

/**
 * A license with the positions that are taken on it: the amendments, and where the official text is here the text
 * with the edits made.
 *
 * @param source the official text of the agreement, where it is here
 * @throws Problem where an edit cannot be made in the text
 */
export function amendedLicense(
  chosen: readonly ChosenPosition[],
  license: License,
  library: Library,
  source?: string,
): AmendedLicense {
  const edits = editsFor(chosen, license)
  const redline = source === undefined ? undefined : redlineOf(parseAgreement(source), license.id, edits)
  return {
    license: license.id,
    amendments: amendmentsOf(edits, license, library, redline),
    chosen: [...chosen],
    ...(redline ? { redline } : {}),
  }
}
