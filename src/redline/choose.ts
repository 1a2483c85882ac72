import type { Level, Library, License, Position } from '../library/index.ts'
import {
  type Assessment,
  assess,
  evaluate,
  libraryOf,
  licensesInUse,
  type Matter,
  situationOf,
} from '../matter/index.ts'
import { isShort } from './breadth.ts'
import { dropNote, withoutExcluded } from './exclude.ts'
import { levelOf, positionOf, requireLevel, usualLevel } from './level.ts'
import { withNeeds } from './needs.ts'
import { shortened } from './shorten.ts'
import type { Choice, ChoiceNote, ChosenPosition } from './types.ts'
import type { Wanted } from './wanted.ts'

/**
 * The positions that a matter takes on a license, in the order of their ids; `choicesOf` says the rest.
 *
 * @throws Problem as `choicesOf` does
 * @example chosenPositions(matter, library.licenses.get('llama-3.1'), library)
 */
export function chosenPositions(
  matter: Matter,
  license: License,
  library: Library,
  assessment?: Assessment,
): ChosenPosition[] {
  return choiceOf(matter, license, library, assessment).chosen
}

/** The choice of a matter on one license, as part of the deal on all that it uses. */
export function choiceOf(
  matter: Matter,
  license: License,
  library: Library,
  assessment?: Assessment,
): Choice {
  const used = licensesInUse(matter, library)
  const inUse = used.includes(license.id)
  const ids = inUse ? used : [license.id]
  const known = assessment ?? assess(matter, library, { allLicenses: !inUse })
  const licenses = ids.map((id) => library.licenses.get(id)!)
  return choicesOf(matter, licenses, library, known).get(license.id)!
}

/**
 * What a matter takes on the licenses of one deal, by license.
 *
 * A level under `negotiation.positions` is taken, and `off` never. Of the others, those are proposed that answer a
 * finding of the assessment (one that applies or is open), whose own condition does not fail, and whose topic is
 * among `negotiation.negotiable` where the matter gives such a list: as fallback for a high appetite for risk, else
 * as preferred. One without a fallback stays preferred. What is taken on one license is taken on each where its words are
 * the same, since what a letter leaves out there is read as left out on purpose. Of two that exclude each other one is
 * dropped, a short letter takes the weightiest, and what a position needs comes with it.
 *
 * @throws Problem `unknown-position`, `no-level`, or `excluded` where the matter names two that exclude each other
 */
export function choicesOf(
  matter: Matter,
  licenses: readonly License[],
  common: Library,
  assessment: Assessment,
): Map<string, Choice> {
  const library = libraryOf(matter, common)
  const given = matter.negotiation?.positions ?? {}
  for (const id of Object.keys(given)) positionOf(id, library, `matter.negotiation.positions: `)
  const notes: ChoiceNote[] = []
  const apart: ChoiceNote[] = []
  const { left, dropped } = withoutExcluded(proposed(matter, licenses, library, assessment, apart))
  const under = new Set(licenses.map(({ id }) => id))
  const findings = assessment.findings.filter(({ license }) => under.has(license))
  const settling = { licenses, library, matter, notes }
  if (!isShort(matter)) notes.push(...dropped.map(dropNote))
  const raised = isShort(matter) ? shortened(left, { ...settling, findings, dropped }) : left
  const whole = withNeeds(raised, settling)
  // What is not raised at all is not missing on one license of several.
  notes.push(...apart.filter(({ position }) => whole.has(position)), ...broughtApart(whole, licenses))
  const choices = licenses.map(({ id }): [string, Choice] => {
    const chosen = [...whole.values()]
      .filter(({ on }) => on.has(id))
      .map(({ asked: _, must: ___, on: __, ...one }) => one)
      .sort((a, b) => (a.position.id < b.position.id ? -1 : 1))
    return [id, { chosen, notes: notes.filter(({ license }) => license === undefined || license === id) }]
  })
  return new Map(choices)
}

function proposed(
  matter: Matter,
  licenses: readonly License[],
  library: Library,
  assessment: Assessment,
  notes: ChoiceNote[],
): Map<string, Wanted> {
  const given = matter.negotiation?.positions ?? {}
  const topics = matter.negotiation?.negotiable
  const answers = new Map<string, Map<string, string>>()
  for (const { license, status, positions, title } of assessment.findings) {
    if (status === 'does-not-apply') continue
    for (const id of positions) {
      const under = answers.get(id) ?? new Map<string, string>()
      if (!under.has(license)) under.set(license, title)
      answers.set(id, under)
    }
  }
  const past = pastOf(assessment)
  const lacking = lackingOf(assessment)
  const wanted = new Map<string, Wanted>()
  for (const position of [...library.positions.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const said = given[position.id]
    if (said === 'off' || position.counterparty !== 'meta') continue
    const named = said !== undefined && said !== 'unknown'
    const asked = named || position.own === true
    const under = new Map([...(position.answersPast ? past : []), ...(answers.get(position.id) ?? [])])
    const found = licenses.filter(({ id }) => under.has(id))
    const must =
      (position.answersPast && found.some(({ id }) => past.has(id))) ||
      (position.givesRight && found.some(({ id }) => lacking.has(id)))
    const open = must || topics === undefined || topics.includes(position.topic)
    if (!asked && (found.length === 0 || !open)) continue
    const here = licenses.filter((license) => takenOf(license, library).includes(position))
    const holdsOn = (when: Position['when'], id: string) =>
      evaluate(when, situationOf(matter, id, library)).holds !== false
    const level =
      asked && here.length > 0
        ? requireLevel(position, named ? levelOf(said) : 'preferred')
        : usualLevel(position, matter, (when) => (found[0] ? holdsOn(when, found[0].id) : true))
    const on = new Set<string>()
    const holds = (id: string) => holdsOn(position.when, id)
    const [first] = asked ? here : found.filter((one) => here.includes(one) && holds(one.id))
    for (const license of here) {
      if (asked || (under.has(license.id) && holds(license.id))) on.add(license.id)
      else if (first && holds(license.id) && sameWords(position, level, first.id, license.id))
        on.add(license.id)
    }
    if (on.size === 0) continue
    const usual = position.own ? 'a clause of this deal alone' : 'chosen in the matter'
    const [because = usual] = asked ? [] : found.map(({ id }) => under.get(id)!)
    wanted.set(position.id, { position, level, because, asked, on, ...(must ? { must } : {}) })
    for (const license of licenses.filter(({ id }) => !on.has(id)))
      notes.push(notHere(position, license, here.includes(license), holds(license.id)))
  }
  return wanted
}

/** Licenses under which something was done so far without a right, or against a duty. */
function pastOf({ answers }: Assessment): Map<string, string> {
  const past = new Map<string, string>()
  for (const { license, pastUnlicensedUse, pastBreach } of answers)
    if (license !== undefined && (pastUnlicensedUse.is !== 'none' || pastBreach.is === 'since'))
      past.set(license, 'what was done so far may not have been licensed')
  return past
}

/** Licenses under which a use lacks a right, or may lack it. */
function lackingOf({ answers }: Assessment): Set<string> {
  const lacks = ({ path, pastUnlicensedUse }: Assessment['answers'][number]) =>
    path === 'not-usable' || path === 'separate-license' || pastUnlicensedUse.is !== 'none'
  return new Set(answers.flatMap((answer) => (answer.license && lacks(answer) ? [answer.license] : [])))
}

/** Whether a position says the same in two licenses, their own names and numbers aside. */
function sameWords({ positions }: Position, level: Level, one: string, other: string): boolean {
  const at = positions[level]
  const words = (id: string) =>
    JSON.stringify((at?.editsFor[id] ?? at?.edits ?? []).map(({ section: _, ...edit }) => edit))
  return words(one) === words(other)
}

/** Why a position of the deal is not taken on one of its licenses: what is left out is read as left out on purpose. */
function notHere({ id, moot }: Position, license: License, applies: boolean, holds: boolean): ChoiceNote {
  const why = moot.find((entry) => entry.license === license.id)
  const reason = why
    ? `section ${why.section}: ${why.reason.replace(/\.$/, '')}`
    : !applies
      ? 'its words are not there'
      : holds
        ? 'the words to change are others there, and nothing found under it asks for the change'
        : 'what it depends on does not hold of the uses under it'
  return {
    kind: 'not-here',
    position: id,
    license: license.id,
    says: `${id} is not taken on ${license.name} (${reason})`,
  }
}

/** The same of what others bring: it goes where they go. */
function broughtApart(whole: ReadonlyMap<string, Wanted>, licenses: readonly License[]): ChoiceNote[] {
  return [...whole.values()].flatMap(({ position: { id }, broughtBy, on }) =>
    broughtBy === undefined
      ? []
      : licenses
          .filter((license) => !on.has(license.id))
          .map(({ id: license, name }) => ({
            kind: 'not-here' as const,
            position: id,
            license,
            says: `${id} is not taken on ${name} (nothing that needs it is taken there)`,
          })),
  )
}

/** Positions toward the licensor that change something in the license. */
function takenOf({ id }: License, { positions }: Library): Position[] {
  return [...positions.values()]
    .filter(
      ({ counterparty, appliesTo, moot }) =>
        counterparty === 'meta' && appliesTo.includes(id) && !isMoot(moot, id),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function isMoot(moot: Position['moot'], id: string): boolean {
  return moot.some(({ license }) => license === id)
}
