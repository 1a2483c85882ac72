import type { Library } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import type { Situation } from '../condition/types.ts'
import { derive } from '../derived/derive.ts'
import { type FirstUse, firstUse } from '../derived/first-use.ts'
import { modelsOf } from '../derived/models.ts'
import type { Matter } from '../schema/index.ts'
import { withVendors } from '../use/vendors-of.ts'
import { wholeOf } from '../use/whole-of.ts'
import { countUsers } from './threshold.ts'

/**
 * What conditions see of a matter under one license; of a matter of several uses all of them together.
 *
 * @param first when the license was taken, where other uses of the client may have taken it
 * @throws Problem `unknown-license`
 * @example
 * evaluate(position.when, situationOf(matter, 'llama-3.1', library)).holds
 */
export function situationOf(
  given: Matter,
  license: string,
  library: Library,
  first: FirstUse = firstUse([wholeOf(given)], license, library),
): Situation {
  const matter = withVendors(performedUnder(license, wholeOf(given), library), license, library)
  const entry = library.licenses.get(license)
  if (!entry) {
    const ids = [...library.licenses.keys()].join(', ')
    throw new Problem('unknown-license', `there is no license ${license}: the library has ${ids}`)
  }
  const { id, name, version, released } = entry
  return {
    matter,
    license: {
      id,
      name,
      version,
      ...(released === undefined ? {} : { released }),
      ...policyBeside(matter, id, library),
    },
    terms: termsOf(license, library),
    derived: derive(matter, license, library, countUsers(matter, license, library), first),
  }
}

const termsKnown = new WeakMap<Library, Map<string, Situation['terms']>>()

/** The terms of a license as conditions see them, gathered once; not to be changed. */
function termsOf(license: string, library: Library): Situation['terms'] {
  const known = termsKnown.get(library) ?? new Map<string, Situation['terms']>()
  termsKnown.set(library, known)
  const found = known.get(license)
  if (found) return found
  const terms: Situation['terms'] = {}
  for (const topic of library.topics.keys()) {
    const term = library.terms.get(`${license}/${topic}`)
    if (term) terms[topic] = term.absent ? { absent: true } : { ...term.facts, absent: false }
  }
  known.set(license, terms)
  return terms
}

/** What is done of the duties, as the models of the license have it where they differ. */
function performedUnder(license: string, matter: Matter, library: Library): Matter {
  const told =
    matter.performed !== undefined || matter.models?.some(({ performed }) => performed !== undefined)
  if (!told) return matter
  const models = modelsOf(matter, library)
  const own = (matter.models ?? []).flatMap(({ performed }, at) =>
    performed !== undefined && models[at]?.license === license ? [performed] : [],
  )
  return { ...matter, controls: Object.assign({}, matter.controls, matter.performed, ...own) }
}

/** The policy that comes with a model of the license and is another license’s. */
function policyBeside(matter: Matter, license: string, library: Library): { policyBeside?: string } {
  const [policy] = modelsOf(matter, library).flatMap(({ license: own, status, of = [] }) =>
    own === license && status !== 'retired' ? of.flatMap((model) => model.policy ?? []) : [],
  )
  return policy === undefined || policy === license ? {} : { policyBeside: policy }
}
