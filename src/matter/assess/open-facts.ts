import type { Library } from '../../library/index.ts'
import { type Assessed, conditionsIn, factsOfAssessment, type Judged } from '../check/read-facts.ts'
import { evaluate } from '../condition/evaluate.ts'
import { licensesInUse } from '../derived/models.ts'
import { fieldOf } from '../fields.ts'
import type { Matter } from '../schema/index.ts'
import type { Answer, Assessment } from '../types.ts'
import { usesOf } from '../use/uses-of.ts'
import { assess } from './assess.ts'
import { situationOf } from './situation.ts'

/** What is to be decided: parts of the assessment, and what conditions of the library judge. */
export interface ToDecide {
  assessment?: readonly Assessed[]
  judges?: readonly Judged[]
}

/** The facts on which something hangs, by their paths: `models[0].status`, `uses[1].access`, `vendors`. */
export interface OpenFacts {
  /** Not given, and each can still change what is said. */
  open: ReadonlySet<string>
  /** Those that would be open if nothing were given but the models, with those that are. */
  all: ReadonlySet<string>
}

/**
 * Which facts can change what is said of a matter: those in which the conditions of the library come out one way or the
 * other. Of a matter without models nothing can be said but which models it uses.
 *
 * @param given the assessment of the matter, where it was made already
 * @throws Problem where the matter cannot be assessed
 * @example
 * openFacts(matter, library, { assessment: ['all'] }).open // Set { 'inside', 'controls.logging' }
 */
export function openFacts(matter: Matter, library: Library, what: ToDecide, given?: Assessment): OpenFacts {
  const open = openIn(matter, library, what, given)
  return { open, all: new Set([...openWithModels(matter, library, what), ...open]) }
}

const atFirst = new WeakMap<Library, Map<string, ReadonlySet<string>>>()
/** Matters whose first questions are kept: those that somebody types in just now. */
const mostKept = 50

/** What is open where a matter says which models it uses and nothing else. */
function openWithModels({ models, uses }: Matter, library: Library, what: ToDecide): ReadonlySet<string> {
  const bare: Matter = {
    matter: 'bare',
    ...(models && { models: models.map(({ model, license }) => named(model, license)) }),
    ...(uses && {
      uses: uses.map(({ name, models: own }) => ({
        ...(name !== undefined && { name }),
        ...(own && { models: own.map(({ model, license }) => named(model, license)) }),
      })),
    }),
  }
  const kept = atFirst.get(library) ?? new Map<string, ReadonlySet<string>>()
  atFirst.set(library, kept)
  const key = JSON.stringify([bare, what])
  const found = kept.get(key) ?? openIn(bare, library, what)
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, found)
  return found
}

function named(model: string | undefined, license: string | undefined) {
  return { ...(model !== undefined && { model }), ...(license !== undefined && { license }) }
}

function openIn(
  matter: Matter,
  library: Library,
  { assessment: parts = [], judges = [] }: ToDecide,
  given?: Assessment,
): Set<string> {
  const licenses = licensesInUse(matter, library)
  if (licenses.length === 0) return new Set()
  const told = parts.includes('all') || parts.includes('answers')
  const assessment = told ? (given ?? assess(matter, library)) : undefined
  const conditions = judges.flatMap((one) => conditionsIn(library, one).when)
  const situations =
    conditions.length > 0 || parts.includes('thresholds')
      ? licenses.map((license) => situationOf(matter, license, library))
      : []
  return new Set([
    ...(told ? assessment!.answers : []).flatMap((answer) =>
      factsOf(answer).flatMap((fact) => placesOf(fact, matter, answer.use)),
    ),
    ...(parts.includes('all') ? assessment!.findings : []).flatMap(({ use, questions }) =>
      questions.flatMap(({ fact }) => placesOf(fact, matter, use)),
    ),
    ...(parts.includes('cases') ? [...factsOfAssessment(library, ['cases'])] : []).flatMap((fact) =>
      placesOf(fact, matter).filter((path) => matter[path as keyof Matter] === undefined),
    ),
    ...situations.flatMap((situation) => [
      ...(parts.includes('thresholds') ? (situation.derived.threshold?.asks ?? []) : []),
      ...conditions.flatMap((when) =>
        evaluate(when, situation).questions.flatMap(({ fact }) => placesOf(fact, matter)),
      ),
    ]),
  ])
}

function factsOf({ questions, unless, duties }: Answer): string[] {
  return [questions, ...[...unless, ...duties].map((one) => one.questions)].flat().map(({ fact }) => fact)
}

/** Where a fact is asked for in a matter: of a use, among the facts of the use, unless it is given for all of them. */
function placesOf(fact: string, matter: Matter, use?: string): string[] {
  const { uses } = matter
  const key = fact.split(/[.[]/)[0] as keyof NonNullable<typeof uses>[number]
  if (uses === undefined || fieldOf(`uses.${fact}`) === undefined) return [fact]
  return usesOf(matter).flatMap(({ name, at = 0 }) => {
    if (use !== undefined && name !== use) return []
    const forAll = uses[at]?.[key] === undefined && matter[key as keyof Matter] !== undefined
    return forAll ? [fact] : [`uses[${at}].${fact}`]
  })
}
