import { listed, withinSentence } from '../../in-words.ts'
import type { Library, Limit, TopicCite } from '../../library/index.ts'
import { evaluate } from '../condition/evaluate.ts'
import type { Outcome, Situation } from '../condition/types.ts'
import type { Citation, DutyAnswer, PathOutcome, PathReason } from '../types.ts'
import { citationsUnder } from './citations.ts'
import { outcomes } from './outcome-words.ts'

/** A limit that holds, or may hold, for a use under a license. */
export interface Held extends Outcome {
  limit: Limit
}

/**
 * The limits of the library that hold, or hang on what is not known.
 *
 * @param takes those alone that take the right, or the use
 * @param known what a limit comes to, where it is known already
 */
export function limitsHeld(
  situation: Situation,
  library: Library,
  takes?: Limit['takes'],
  known: (limit: Limit) => Outcome | undefined = () => undefined,
): Held[] {
  return library.limits
    .filter((limit) => takes === undefined || limit.takes === takes)
    .map((limit) => ({
      limit: toldOf(limit, situation),
      ...(known(limit) ?? evaluate(limit.when, situation)),
    }))
    .filter(({ holds }) => holds !== false)
}

/** A limit that another use brings about names it. */
function toldOf(limit: Limit, { brokenBy = [] }: Situation): Limit {
  if (!limit.says.includes('{uses}')) return limit
  const uses =
    brokenBy.length === 0
      ? 'a use of the same licensee'
      : `the ${brokenBy.length > 1 ? 'uses' : 'use'} ${listed(brokenBy.map((name) => `“${name}”`))} of the same licensee`
  return { ...limit, says: limit.says.replace('{uses}', () => uses) }
}

/** Whether nothing of the license is left, for certain, and no duty either. */
export function rightIsTaken(held: Held[]): boolean {
  return held.some((one) => takesRight(one) && !one.limit.keepsDuties)
}

/** Whether it is this limit that leaves nothing of the license, for certain. */
export function takesRight({ limit, holds }: Held): boolean {
  return holds === true && limit.takes === 'right' && limit.path !== 'clarify-with-meta'
}

export interface Decided {
  path: PathOutcome
  reasons: PathReason[]
  questions: { fact: string; question: string }[]
  unless: (PathReason & { outcome: PathOutcome; questions: { fact: string; question: string }[] })[]
  wayOut: string[]
}

/**
 * What the client may do: the worst that holds; not decided where what is not known could make it worse, unless a worse
 * thing holds already. With no limit a duty that applies, or is open in the text, makes it `go-with-duties`.
 */
export function decide(held: Held[], duties: DutyAnswer[], situation: Situation, library: Library): Decided {
  const cited = ({ cites }: Limit): Citation[] => citationsUnder(cites, situation, library)
  const rank = (outcome: PathOutcome) => outcomes.indexOf(outcome)
  const sure = held.filter(({ holds }) => holds === true)
  const due = duties.filter(
    ({ is, questions }) => is === 'applies' || (is === 'open' && questions.length === 0),
  )
  const asked = duties.filter(({ questions }) => questions.length > 0)
  const base: PathOutcome = due.length > 0 ? 'go-with-duties' : 'go'
  const certain = sure
    .map(({ limit }) => limit.path)
    .reduce<PathOutcome>((worst, one) => (rank(one) < rank(worst) ? one : worst), base)
  const worse = held
    .filter(({ holds, limit }) => holds === 'open' && rank(limit.path) < rank(certain))
    .sort((a, b) => rank(a.limit.path) - rank(b.limit.path) || followsBreach(a) - followsBreach(b))
  const unless = [
    ...worse.map(({ limit, questions }) => ({
      statement: limit.says,
      citations: cited(limit),
      outcome: limit.path as PathOutcome,
      questions,
    })),
    ...(certain === 'go'
      ? asked.map(({ title, citations, questions }) => ({
          statement: `${title} is due`,
          citations,
          outcome: 'go-with-duties' as const,
          questions,
        }))
      : []),
  ]
  const path = unless.length > 0 && rank(certain) > rank('not-decided') ? 'not-decided' : certain
  const deciding = sure
    .filter(({ limit }) => limit.path === certain)
    .sort((a, b) => followsBreach(a) - followsBreach(b))
  const reasons =
    path === 'not-decided'
      ? unless.map(({ statement, citations }) => ({
          statement: `Not known whether this holds: ${statement}`,
          citations,
        }))
      : deciding.length > 0
        ? deciding.map(({ limit }) => ({ statement: limit.says, citations: cited(limit) }))
        : [enough(due, situation, library)]
  const questions = path === 'not-decided' ? unless.flatMap((one) => one.questions) : []
  return {
    path,
    reasons,
    questions: [...new Map(questions.map((one) => [one.fact, one])).values()],
    unless,
    wayOut: [...new Set((path === 'not-decided' ? worse : sure).map(({ limit }) => limit.wayOut))],
  }
}

/** What ends the license because of a breach decides after the section that was broken. */
function followsBreach({ limit }: Held): number {
  return limit.since === 'breach' ? 1 : 0
}

/** Nothing stands in the way: which of the sentences of the library says so. */
function enough(due: DutyAnswer[], situation: Situation, library: Library): PathReason {
  const names = due.map(
    ({ title, is }) => `${withinSentence(title)}${is === 'open' ? ' (open in the text, and best done)' : ''}`,
  )
  const one = library.enough.find(
    ({ when, duties }) => duties === due.length > 0 && evaluate(when, situation).holds === true,
  )
  const cites: TopicCite[] = one?.cites ?? [{ topic: 'grant' }]
  return {
    statement: (one?.says ?? '{duties}').replace('{duties}', listed(names)),
    citations: [...citationsUnder(cites, situation, library), ...due.flatMap(({ citations }) => citations)],
  }
}
