import type { Library } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import type { Situation } from '../condition/types.ts'
import { derive } from '../derived/derive.ts'
import type { Matter } from '../schema/index.ts'
import { countUsers } from './threshold.ts'

/**
 * What conditions see of a matter under one license.
 *
 * @throws Problem `unknown-license`
 * @example
 * evaluate(position.when, situationOf(matter, 'llama-3.1', library)).holds
 */
export function situationOf(matter: Matter, license: string, library: Library): Situation {
  const entry = library.licenses.get(license)
  if (!entry) {
    const ids = [...library.licenses.keys()].join(', ')
    throw new Problem('unknown-license', `there is no license ${license}: the library has ${ids}`)
  }
  const { id, name, version, released } = entry
  const terms: Situation['terms'] = {}
  for (const topic of library.topics.keys()) {
    const term = library.terms.get(`${license}/${topic}`)
    if (term) terms[topic] = term.absent ? { absent: true } : { ...term.facts, absent: false }
  }
  return {
    matter,
    license: { id, name, version, ...(released === undefined ? {} : { released }) },
    terms,
    derived: derive(matter, license, library, countUsers(matter, license, library)),
  }
}
