import type { Library, Limit } from '../../library/index.ts'
import { evaluate } from '../condition/evaluate.ts'
import { touchedBy } from '../condition/read.ts'
import type { Outcome, Situation } from '../condition/types.ts'

/** What the limits of the library come to in a situation, each judged when it is first asked for. */
export type Judgements = (limit: Limit) => Outcome

/** Judges limits in a situation, each once. */
export function judgementsOf(situation: Situation): Judgements {
  const known = new Map<Limit, Outcome>()
  return (limit) => {
    const found = known.get(limit) ?? evaluate(limit.when, situation)
    known.set(limit, found)
    return found
  }
}

/**
 * What limits come to in a situation that differs from another in one fact: those that look at nothing that changed come to the
 * same.
 *
 * @returns undefined for a limit that looks at what changed
 */
export function unchangedFrom(
  before: Situation,
  judged: Judgements,
  after: Situation,
  library: Library,
): (limit: Limit) => Outcome | undefined {
  const is = (name: string, one: Situation) => JSON.stringify(one.derived[name])
  const derived = new Set(Object.keys(after.derived).filter((name) => is(name, before) !== is(name, after)))
  const [own, other] = [before.matter, after.matter] as [Record<string, unknown>, Record<string, unknown>]
  const groups = new Set(Object.keys({ ...own, ...other }).filter((name) => own[name] !== other[name]))
  const sameLicense = JSON.stringify(before.license) === JSON.stringify(after.license)
  const looked = looksAt(library)
  return (limit) => {
    const at = looked.get(limit)!
    const changed =
      !sameLicense ||
      at.derived.some((name) => derived.has(name)) ||
      at.groups.some((name) => groups.has(name))
    return changed ? undefined : judged(limit)
  }
}

type Looked = Map<Limit, { derived: string[]; groups: string[] }>

const looks = new WeakMap<Library, Looked>()

/** The derived facts, and the groups of a matter, that each limit looks at. */
function looksAt(library: Library): Looked {
  const known =
    looks.get(library) ??
    new Map(
      library.limits.map((limit) => {
        const paths = touchedBy(limit.when).map(({ path }) => path.split('.'))
        const of = (root: string) => paths.flatMap(([first, name]) => (first === root && name ? [name] : []))
        return [limit, { derived: of('derived'), groups: of('matter') }]
      }),
    )
  looks.set(library, known)
  return known
}
