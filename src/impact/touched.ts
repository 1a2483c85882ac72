import { type Library, resolveModel } from '../library/index.ts'
import { assess, type Matter, modelsOf, usesOf } from '../matter/index.ts'
import { type KeptVendor, vendorTitle } from '../register/index.ts'
import type { LibraryImpact } from './impact.ts'
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
 * What the change touches of a matter under the license: risks of it that apply or are open and rest on touched topics, and
 * answers that cite a section which changed. What they will be is known when the library has read the new text.
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
  const { license } = impact
  const isUnder = usesOf(matter).some((use) =>
    modelsOf(use.matter, library).some((model) => model.license === license),
  )
  if (!isUnder) return undefined
  const risky = new Set(impact.risks.map(({ id }) => id))
  const isChanged = (document: string, section: string) =>
    impact.clauses.some(
      ({ document: kind, was }) =>
        kind === document && was !== undefined && (section === was || section.startsWith(`${was}.`)),
    )
  const { findings, answers } = assess(matter, library)
  const risks = findings.filter(
    ({ risk, license: of, status }) => of === license && status !== 'does-not-apply' && risky.has(risk),
  )
  return {
    file,
    title: matter.matter,
    risks: [...new Set(risks.map(({ title }) => title))],
    answers: answers
      .filter(({ license: of }) => of === license)
      .flatMap(({ use, deciding }) => {
        const sections = [
          ...new Set(
            deciding
              .filter(({ document, section }) => isChanged(document, section))
              .map(({ section }) => section),
          ),
        ]
        return sections.length === 0 ? [] : [`The answer for ${use} rests on ${sections.join(', ')}`]
      }),
  }
}
