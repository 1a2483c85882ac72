import { type Library, resolveModel } from '../library/index.ts'
import { type Citation, type Matter, modelsOf, usesOf } from '../matter/index.ts'
import { type KeptVendor, vendorTitle } from '../register/index.ts'
import type { LibraryImpact } from './impact.ts'
import { reAssessed } from './reassess/compared.ts'
import { toReadAgain } from './reassess/read-again.ts'
import type { TouchedMatter, TouchedVendor } from './types.ts'

/** The vendors of a register whose product runs on a model under the license, and what to do with each. */
export function touchedVendors(
  vendors: readonly KeptVendor[],
  { license, flowDowns, topics }: LibraryImpact,
  library: Library,
): TouchedVendor[] {
  const touched = new Set(flowDowns.map(({ id }) => id))
  return vendors.flatMap(({ id, record }): TouchedVendor[] => {
    const models = (record.vendor.models ?? []).filter((name) => {
      const found = resolveModel(name, library)
      return found.known && found.license === license
    })
    if (models.length === 0 || record.status === 'declined') return []
    const signed = Object.entries(record.levels)
      .filter(([flowDown, level]) => touched.has(flowDown) && level !== 'none')
      .map(([flowDown, level]) => ({ id: flowDown, level }))
    return [
      {
        id,
        title: vendorTitle(record),
        status: record.status,
        models,
        flowDowns: signed,
        todo: todoOf(record.status, signed.length, topics.length),
      },
    ]
  })
}

function todoOf(status: KeptVendor['record']['status'], clauses: number, topics: number): string {
  if (topics === 0) return 'Nothing of the library rests on what changed.'
  switch (status) {
    case 'signed':
      return clauses > 0
        ? `A lawyer holds ${clauses === 1 ? 'one clause' : `${clauses} clauses`} of the contract against the new text, and amends what does not hold.`
        : 'What was signed is not kept: a lawyer reads the contract against the new text.'
    case 'sent':
    case 'in-negotiation':
      return 'What was sent rests on the old text: draft it again before it is signed.'
    case 'ended':
      return 'The contract has ended: what survives it is read against the new text.'
    default:
      return 'Nothing was sent yet: draft with the new text.'
  }
}

/**
 * What the change touches of a matter under the license. Where the library knows the new text, the matter is assessed under
 * both, the old against the new; where it does not, what rests on words that changed is told to be read again, and no new
 * answer is given.
 *
 * @param file for the reader
 * @returns undefined where no use of it is under the license
 */
export function touchedMatter(
  file: string,
  matter: Matter,
  impact: LibraryImpact,
  library: Library,
): TouchedMatter | undefined {
  const { license, to } = impact
  const isUnder = usesOf(matter).some((use) =>
    modelsOf(use.matter, library).some((model) => model.license === license && model.status !== 'retired'),
  )
  if (!isUnder) return undefined
  const unrestated = {
    license,
    fateOf: ({ document, section }: Citation) => fateOfCited(impact, document, section),
    hasNew: impact.clauses.some(({ fate }) => fate === 'new'),
  }
  return {
    file,
    title: matter.matter,
    reAssessed:
      to === undefined ? toReadAgain(matter, unrestated, library) : reAssessed(matter, license, to, library),
  }
}

/** What became of a section that is cited: of itself, of a clause around it, or of one below it. */
function fateOfCited({ clauses }: LibraryImpact, document: string, section: string): string | undefined {
  return clauses.find(
    ({ document: kind, was }) =>
      kind === document &&
      was !== undefined &&
      (section === was || section.startsWith(`${was}.`) || was.startsWith(`${section}.`)),
  )?.fate
}
