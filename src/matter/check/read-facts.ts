import type { Library } from '../../library/index.ts'
import { assessmentReads } from '../assess/reads.ts'
import { touchedBy } from '../condition/read.ts'
import type { Condition } from '../condition/types.ts'
import { derivedReads } from '../derived/reads.ts'
import { fieldOf } from '../fields.ts'
import { ownReads } from '../own-reads.ts'

/** What of the library is judged by conditions. */
export type Judged =
  | 'risks'
  | 'duties'
  | 'incidents'
  | 'flow-downs'
  | 'positions'
  | 'limits'
  | 'rights'
  | 'lines'
  | 'contradictions'

/** Every condition of what is judged, and the facts that it names beside its conditions. */
export function conditionsIn(library: Library, judged: Judged): { when: Condition[]; named: string[] } {
  switch (judged) {
    case 'risks': {
      const risks = [...library.risks.values()]
      const shifts = risks.flatMap(({ likelihood, impact }) =>
        [likelihood, impact].flatMap(({ raise, lower }) => [...raise, ...lower]),
      )
      return {
        when: [...risks, ...shifts].map(({ when }) => when),
        named: risks.flatMap(({ needs, residual, reason }) => [
          ...needs,
          ...residual.map(({ control }) => control),
          ...slotsOf(reason),
        ]),
      }
    }
    case 'duties': {
      const duties = [...library.duties.values()]
      return {
        when: duties.flatMap(({ grounds, notDue }) => [...grounds, ...notDue].map(({ when }) => when)),
        named: duties.flatMap(({ control, grounds, notDue, otherwise, what }) => [
          ...(control === undefined ? [] : [control]),
          ...[...[...grounds, ...notDue].map(({ because }) => because), otherwise, what].flatMap(slotsOf),
        ]),
      }
    }
    case 'incidents':
      return { when: [...library.incidents.values()].map(({ when }) => when), named: [] }
    case 'flow-downs':
      return { when: [...library.flowDowns.values()].map(({ when }) => when), named: ownReads }
    case 'limits': {
      const { limits, enough, breaches, openPoints, policyItems } = library
      const lists = [limits, enough, breaches, openPoints, policyItems]
      return { when: lists.flatMap((some) => some.map(({ when }) => when)), named: [] }
    }
    case 'rights':
      return {
        when: library.limits.filter(({ takes }) => takes === 'right').map(({ when }) => when),
        named: [],
      }
    case 'lines':
      return {
        when: library.limits.filter(({ line }) => line !== undefined).map(({ when }) => when),
        named: [],
      }
    case 'contradictions':
      return {
        when: library.contradictions.map(({ when }) => when),
        named: library.contradictions.map(({ fact }) => fact),
      }
    case 'positions':
      return { when: [...library.positions.values()].map(({ when }) => when), named: ownReads }
  }
}

/**
 * The facts of terms that the library's own files go by: conditions, sentences with slots, exact words of duties and what
 * staff is told besides.
 *
 * @returns `user-threshold.threshold_users`
 */
export function termFactsReadBy(library: Library): Set<string> {
  const {
    risks,
    duties,
    incidents,
    flowDowns,
    positions,
    limits,
    breaches,
    openPoints,
    policyItems,
    contradictions,
    topics,
    silences,
  } = library
  const files = [risks, duties, incidents, flowDowns, positions].flatMap(
    (map) => [...map.values()] as object[],
  )
  const named = [...files, ...limits, ...breaches, ...openPoints, ...policyItems, ...contradictions].flatMap(
    termFactsIn,
  )
  return new Set([
    ...named,
    ...[...duties.values()].flatMap(({ topic, exact }) => (exact ? [`${topic}.${exact.fact}`] : [])),
    ...silences.map(({ topic, fact }) => `${topic}.${fact}`),
    ...[...library.facts].flatMap(([topic, facts]) =>
      Object.entries(facts).flatMap(([fact, one]) => ('channel' in one ? [`${topic}.${fact}`] : [])),
    ),
    ...[...topics.values()].flatMap(({ id, staff }) =>
      (staff?.also ?? []).map(({ fact }) => `${id}.${fact}`),
    ),
  ])
}

const found = new WeakMap<object, string[]>()

/** The facts of terms that a record of the library names, wherever it does. */
function termFactsIn(record: object): string[] {
  let names = found.get(record)
  if (!names) {
    names = [...JSON.stringify(record).matchAll(/\bterms\.([a-z0-9-]+\.[a-z0-9_]+)/g)].map(
      ([, name]) => name!,
    )
    found.set(record, names)
  }
  return names
}

const touched = new WeakMap<Condition, string[]>()

/** The paths that a condition asks about, read once. */
function pathsOf(condition: Condition): string[] {
  let paths = touched.get(condition)
  if (!paths) {
    paths = touchedBy(condition).map(({ path }) => path)
    touched.set(condition, paths)
  }
  return paths
}

/** `{{matter.exposure}}` and `{{derived.threshold}}` of a reason. */
function slotsOf(words: string): string[] {
  return [...words.matchAll(/\{\{\s*((?:matter|derived)\.[\w.-]+)\s*\}\}/g)].map(([, path]) => path!)
}

/**
 * The facts of a matter that conditions of the library read, those behind derived facts included.
 *
 * @returns paths as {@link matterFields} has them: `client.affiliates[].country`
 * @example
 * factsReadBy(library, ['duties']).has('weights_recipients')
 */
export function factsReadBy(library: Library, judged: readonly Judged[]): Set<string> {
  const read = new Set<string>()
  const add = (path: string) => {
    const [root = '', ...rest] = path.split('.')
    if (root === 'derived') for (const one of derivedReads[rest.join('.')] ?? []) read.add(one)
    else if (!['terms', 'license'].includes(root)) {
      const field = fieldOf(path)
      if (field) read.add(field.path)
    }
  }
  for (const one of judged) {
    const { when, named } = conditionsIn(library, one)
    for (const condition of when) for (const path of pathsOf(condition)) add(path)
    for (const path of named) add(path)
  }
  return read
}

/** What a document may tell of an assessment: its counts of users, the cases that the client is in, or all of it. */
export type Assessed = 'thresholds' | 'cases' | 'answers' | 'all'

/**
 * The facts of a matter that parts of an assessment are from, as they stand at the top of a matter.
 *
 * @example
 * factsOfAssessment(library, ['cases']).has('weights_recipients') // true
 */
export function factsOfAssessment(library: Library, parts: readonly Assessed[]): Set<string> {
  const of: Record<Assessed, () => Iterable<string>> = {
    thresholds: () => derivedReads.threshold ?? [],
    cases: () => ['exposure', 'deployment', 'weights_recipients'],
    answers: () => [
      ...assessmentReads.filter((path) => !path.startsWith('uses[]')),
      ...factsReadBy(library, ['duties', 'limits']),
    ],
    all: () => [
      // A fact of a use stands at the top where it holds for all of them.
      ...assessmentReads.filter((path) => !path.startsWith('uses[]')),
      ...factsReadBy(library, ['risks', 'duties', 'limits']),
    ],
  }
  return new Set(parts.flatMap((part) => [...of[part]()]))
}
