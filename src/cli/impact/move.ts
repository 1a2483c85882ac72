import { amendmentOutline, loadTemplates, withTemplatesOf } from '../../draft/index.ts'
import type { VendorMove } from '../../impact/index.ts'
import { type Library, resolveModel } from '../../library/index.ts'
import { checkFacts, namedPath } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { type AddendumChange, type KeptVendor, signedTogether, vendorTitle } from '../../register/index.ts'
import { type AmendmentOptions, commonFacts, factsOfAmendment } from './amendments.ts'

/** Which vendor moves, and to what. */
export interface MoveOptions extends AmendmentOptions {
  vendor?: string
}

/**
 * The license that a vendor moves from, where no text is named: the one of its models that is another than the new one.
 *
 * @throws Problem where there is none, or several
 */
export function licenseMovedFrom(
  some: readonly KeptVendor[],
  newest: string | undefined,
  options: MoveOptions,
  known: Library,
): string {
  if (options.vendor === undefined || newest === undefined)
    throw new Problem(
      'usage',
      'which text changed is not said: give llama-3.1, or --vendor NAME and --to MODEL',
    )
  const licenses = new Set(
    some.flatMap(({ record }) =>
      (record.vendor.models ?? []).flatMap((name) => {
        const model = resolveModel(name, known)
        return model.known && model.license !== newest ? [model.license] : []
      }),
    ),
  )
  const [only, ...more] = licenses
  if (only === undefined)
    throw new Problem(
      'vendor',
      `${options.vendor} has no model under another license than that of ${options.to}`,
    )
  if (more.length === 0) return only
  throw new Problem(
    'usage',
    `${options.vendor} has models under ${[...licenses].join(', ')}: say which of them it moves from`,
  )
}

/**
 * What the move changes in the contract of a vendor.
 *
 * @param all of the register: those that were signed in one file with it are a part of that contract
 */
export async function moveOf(
  vendor: KeptVendor,
  all: readonly KeptVendor[],
  changeOf: (vendor: KeptVendor) => AddendumChange,
  given: MoveOptions,
  known: Library,
): Promise<VendorMove> {
  const some = signedTogether(all).find((list) => list.some(({ id }) => id === vendor.id)) ?? [vendor]
  const facts = factsOfAmendment(some, new Set([vendor.id]), changeOf, await commonFacts(given))
  const { matter, wrong } = checkFacts(facts)
  if (!matter)
    throw new Problem('matter', `${namedPath(wrong[0]!.path)}: ${wrong[0]!.reason}`, { file: vendor.id })
  const templates = withTemplatesOf(await loadTemplates(), known.house)
  const outline = amendmentOutline(
    { templates, matter, library: known, options: { allowBlanks: true } },
    vendor.record.vendor.product,
  )
  return { vendor: vendor.id, title: vendorTitle(vendor.record), ...outline }
}
