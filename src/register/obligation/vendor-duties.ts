import { listed } from '../../in-words.ts'
import { type Duty, type DutyDue, type Library, resolveModel } from '../../library/index.ts'
import {
  citationsOf,
  evaluate,
  fillPlainly,
  type Matter,
  placeWords,
  situationOf,
} from '../../matter/index.ts'
import { vendorTitle } from '../record.ts'
import { byContract } from '../together.ts'
import type { KeptVendor } from '../types.ts'
import type { LicenseDuties, LicenseDuty, Undated } from './types.ts'

/**
 * What the licenses themselves have done for the products of vendors that have signed, whatever was signed: by the kind of each
 * vendor and the licenses of its models. What a vendor does beyond its kind is not known here.
 */
export function vendorDuties(vendors: readonly KeptVendor[], library: Library): LicenseDuties {
  const duties: LicenseDuty[] = []
  const notKnown: Undated[] = []
  for (const { vendor, of } of byContract(vendors)) {
    const { id, record } = vendor
    if (record.status !== 'signed') continue
    const title = vendorTitle(record)
    const { kind, models = [] } = record.vendor
    const told = (why: string) => notKnown.push({ vendor: id, title, why })
    const found = models.map((name) => ({ name, resolved: resolveModel(name, library) }))
    const unknown = found.flatMap(({ name, resolved }) => (resolved.known ? [] : [name]))
    const licenses = new Set(found.flatMap(({ resolved }) => (resolved.known ? [resolved.license] : [])))
    if (models.length === 0) told('Its models are not kept (vendor.models), and so no license')
    if (unknown.length > 0) told(`The library does not know ${listed(unknown)}, and so no license of it`)
    if (kind === undefined) {
      if (licenses.size > 0) told('What it does with the models is not kept (vendor.kind)')
      continue
    }
    for (const license of library.licenses.keys()) {
      if (!licenses.has(license)) continue
      if (isForResearch(license, library)) {
        const { name } = library.licenses.get(license)!
        told(
          `${name} bars commercial and production use; whether the vendor may supply it at all is not looked at here`,
        )
      }
      // Whoever looks a line up by its id finds a product that it is about.
      const about = of.find((one) => runsUnder(one.record.vendor, license, library))?.id ?? id
      for (const { key, ...duty } of ofKind(kind, license, library))
        duties.push({
          ...duty,
          id: `${about}/${key}`,
          vendor: about,
          title: vendorTitle({ vendor: { ...record.vendor, ...under(record, license, library) } }),
          ...(record.owner !== undefined && { owner: record.owner }),
        })
    }
  }
  return { duties, notKnown }
}

/** Of several products those alone that run on a model under the license. */
function under(
  { vendor: { products } }: KeptVendor['record'],
  license: string,
  library: Library,
): { product?: string } {
  const some = (products ?? []).filter((product) => runsUnder(product, license, library))
  return some.length === 0 ? {} : { product: listed(some.flatMap(({ product }) => product ?? [])) }
}

function runsUnder({ models = [] }: { models?: string[] }, license: string, library: Library): boolean {
  return models.some((name) => {
    const found = resolveModel(name, library)
    return found.known && found.license === license
  })
}

type OfKind = Omit<LicenseDuty, 'id' | 'vendor' | 'title' | 'owner'> & { key: string }

/** Of vendors of one kind under one license, which are many: worked out once. */
const known = new WeakMap<Library, Map<string, OfKind[]>>()

function ofKind(kind: string, license: string, library: Library): OfKind[] {
  const before = known.get(library) ?? new Map<string, OfKind[]>()
  known.set(library, before)
  const name = `${kind} ${license}`
  const found = before.get(name) ?? workedOut(kind as NonNullable<Matter['vendor']>['kind'], license, library)
  before.set(name, found)
  return found
}

function workedOut(kind: NonNullable<Matter['vendor']>['kind'], license: string, library: Library): OfKind[] {
  const situation = situationOf({ matter: 'register', vendor: { kind } } as Matter, license, library)
  return [...library.duties.values()].flatMap((duty) =>
    isImposed(duty, license, library)
      ? duty.due.flatMap((due, at) => {
          const holding = (due.grounds ?? []).filter(({ when }) => evaluate(when, situation).holds === true)
          const sure = holding.filter(({ unclear }) => !unclear)
          if (holding.length === 0) return []
          return [
            {
              key: `${license}/${duty.id}/${at + 1}`,
              ...dutyHead(duty, due, license, library),
              what: fillPlainly(due.what, situation),
              by: sure.length > 0 ? due.by : 'to-be-settled',
              because: (sure.length > 0 ? sure : holding)
                .map(({ because }) => fillPlainly(because, situation))
                .join(' '),
            } satisfies OfKind,
          ]
        })
      : [],
  )
}

function isForResearch(license: string, { terms }: Library): boolean {
  const term = terms.get(`${license}/commercial-use`)
  return term?.absent === false && term.facts.production_use === 'prohibited'
}

/** Where a license is silent on the topic, there is no such duty. */
export function isImposed({ topic }: Duty, license: string, { terms }: Library): boolean {
  return terms.get(`${license}/${topic}`)?.absent === false
}

/** What is told of a duty, whoever owes it. */
export function dutyHead(duty: Duty, { at, time }: DutyDue, license: string, library: Library) {
  const cited = duty.cites.flatMap(({ topic, section }) => citationsOf(library, license, topic, section))
  return {
    duty: duty.id,
    dutyTitle: duty.title,
    license,
    licenseName: library.licenses.get(license)!.name,
    section: placeWords(cited),
    at,
    time,
  }
}
