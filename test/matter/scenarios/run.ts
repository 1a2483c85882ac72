import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Library } from '../../../src/library/index.ts'
import { assess, readMatter } from '../../../src/matter/index.ts'
import { type Compared, comparedWith } from './compare.ts'
import type { Scenario } from './scenario.ts'
import { matterOf } from './translate.ts'

/** Where the scenarios are; they are read in place. */
export const scenariosFile = '../shared/scenarios/scenarios.yaml'

/** Clients of our own in the same form. */
export const clientsFile = 'test/matter/scenarios/clients.yaml'

/** More of them, in other trades and words. */
export const moreClientsFile = 'test/matter/scenarios/more-clients.yaml'

/** Others in trades and roles that these have not: vendors above the threshold, distributors, persons, deals between dates. */
export const furtherClientsFile = 'test/matter/scenarios/further-clients.yaml'

/** Every scenario, assessed and compared. */
export function scenariosCompared(library: Library, file = scenariosFile): Compared[] {
  const { scenarios } = parse(readFileSync(file, 'utf8')) as { scenarios: Scenario[] }
  return scenarios.flatMap((scenario) => {
    const matter = readMatter(JSON.stringify(matterOf(scenario)), `${scenario.id}.yaml`)
    return comparedWith(scenario, assess(matter, library), library)
  })
}
