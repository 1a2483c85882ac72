import { closest } from 'fastest-levenshtein'
import type { Level, Library, License, Position } from '../library/index.ts'
import {
  type Assessment,
  assess,
  evaluate,
  licensesInUse,
  type Matter,
  situationOf,
} from '../matter/index.ts'
import { Problem } from '../problem.ts'
import { isShort, mostInShort, weightOf } from './breadth.ts'
import { levelWords } from './edit-words.ts'
import { exclusionOf, isPreferred, missingNote, neededBy } from './relations.ts'
import type { Choice, ChoiceNote, ChosenPosition } from './types.ts'

/** A position that is asked for by name, at a level or at the one that the matter's appetite for risk suggests. */
export interface PositionRequest {
  id: string
  level?: Level
}

const strongest: Level[] = ['preferred', 'fallback', 'walk_away']

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

/** A position that may be taken in a deal. */
interface Wanted extends ChosenPosition {
  /** Whether the matter names it itself. */
  asked: boolean
  /** Licenses on which it is taken. */
  on: Set<string>
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
  library: Library,
  assessment: Assessment,
): Map<string, Choice> {
  const given = matter.negotiation?.positions ?? {}
  for (const id of Object.keys(given)) positionOf(id, library, `matter.negotiation.positions: `)
  const notes: ChoiceNote[] = []
  const wanted = withoutExcluded(proposed(matter, licenses, library, assessment, notes), notes)
  const under = new Set(licenses.map(({ id }) => id))
  const findings = assessment.findings.filter(({ license }) => under.has(license))
  const raised = isShort(matter) ? shortened(wanted, { licenses, library, matter, findings, notes }) : wanted
  const whole = withNeeds(raised, { licenses, library, matter, notes })
  const choices = licenses.map(({ id }): [string, Choice] => {
    const chosen = [...whole.values()]
      .filter(({ on }) => on.has(id))
      .map(({ asked: _, on: __, ...one }) => one)
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
  const wanted = new Map<string, Wanted>()
  for (const position of [...library.positions.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const said = given[position.id]
    if (said === 'off' || position.counterparty !== 'meta') continue
    const asked = said !== undefined && said !== 'unknown'
    const under = new Map([...(position.answersPast ? past : []), ...(answers.get(position.id) ?? [])])
    const found = licenses.filter(({ id }) => under.has(id))
    if (!asked && (found.length === 0 || !(topics === undefined || topics.includes(position.topic)))) continue
    const here = licenses.filter((license) => takenOf(license, library).includes(position))
    const level =
      asked && here.length > 0 ? requireLevel(position, levelOf(said)) : usualLevel(position, matter)
    const on = new Set<string>()
    const holds = (id: string) => evaluate(position.when, situationOf(matter, id, library)).holds !== false
    const [first] = asked ? here : found.filter((one) => here.includes(one) && holds(one.id))
    for (const license of here) {
      if (asked || (under.has(license.id) && holds(license.id))) on.add(license.id)
      else if (first && holds(license.id) && sameWords(position, level, first.id, license.id))
        on.add(license.id)
    }
    if (on.size === 0) continue
    const [because = 'chosen in the matter'] = asked ? [] : found.map(({ id }) => under.get(id)!)
    wanted.set(position.id, { position, level, because, asked, on })
    for (const license of licenses.filter(({ id }) => !on.has(id)))
      notes.push(notHere(position, license, here.includes(license)))
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

/** Whether a position says the same in two licenses, their own names and numbers aside. */
function sameWords({ positions }: Position, level: Level, one: string, other: string): boolean {
  const at = positions[level]
  const words = (id: string) =>
    JSON.stringify((at?.editsFor[id] ?? at?.edits ?? []).map(({ section: _, ...edit }) => edit))
  return words(one) === words(other)
}

function notHere({ id, moot }: Position, license: License, applies: boolean): ChoiceNote {
  const why = moot.find((entry) => entry.license === license.id)
  const reason = why
    ? `section ${why.section}: ${why.reason.replace(/\.$/, '')}`
    : applies
      ? 'nothing found under it asks for the change, or its condition does not hold there'
      : 'its words are not there'
  return {
    kind: 'not-here',
    position: id,
    license: license.id,
    says: `${id} is not taken on ${license.name} (${reason})`,
  }
}

/** @throws Problem `excluded` where the matter names both */
function withoutExcluded(wanted: Map<string, Wanted>, notes: ChoiceNote[]): Map<string, Wanted> {
  const left = new Map(wanted)
  for (const one of wanted.values()) {
    for (const other of wanted.values()) {
      if (one.position.id >= other.position.id) continue
      if (!left.has(one.position.id) || !left.has(other.position.id)) continue
      const together = [...one.on].some((id) => other.on.has(id))
      const reason = together ? exclusionOf(one, other) : undefined
      if (reason === undefined) continue
      if (one.asked && other.asked) throw excluded(one, other, reason)
      const wins = one.asked || (!other.asked && isPreferred(one.position, other.position))
      const [stays, goes] = wins ? [one, other] : [other, one]
      left.delete(goes.position.id)
      notes.push({
        kind: 'drops',
        position: goes.position.id,
        by: stays.position.id,
        says: `${stays.position.id} drops ${goes.position.id}: ${reason.replace(/\.$/, '')}`,
      })
    }
  }
  return left
}

function excluded(one: ChosenPosition, other: ChosenPosition, reason: string): Problem {
  return new Problem(
    'excluded',
    `${one.position.id} (${levelWords[one.level]}) and ${other.position.id} (${levelWords[other.level]}) exclude each other: ${reason.replace(/\.$/, '')}. Leave one out, with “${other.position.id}: off” under negotiation.positions`,
  )
}

interface Settling {
  licenses: readonly License[]
  library: Library
  matter?: Matter | undefined
  notes: ChoiceNote[]
}

/** What a short letter raises: what the matter names, and of the rest the weightiest, with what they bring. */
function shortened(
  wanted: Map<string, Wanted>,
  { findings, ...settling }: Settling & { findings: Assessment['findings'] },
): Map<string, Wanted> {
  const { library, notes } = settling
  const weight = new Map(
    [...wanted.values()].map(({ position }) => [position.id, weightOf(position, findings, library)]),
  )
  const ranked = [...wanted.values()].sort(
    (a, b) => Number(b.asked) - Number(a.asked) || weight.get(b.position.id)! - weight.get(a.position.id)!,
  )
  let raised = new Map<string, Wanted>()
  for (const [at, one] of ranked.entries()) {
    const { position, asked } = one
    const more = new Map([...raised, [position.id, one]])
    if (asked || withNeeds(more, { ...settling, notes: [] }).size <= mostInShort) raised = more
    else {
      const why =
        position.negotiability === 'fixed'
          ? firstSentence(position.negotiabilityReason)
          : `of ${ranked.length} points it is the ${ordinal(at + 1)} by weight of the topic, by what was found and by what Meta can give`
      notes.push({
        kind: 'not-raised',
        position: position.id,
        says: `${position.id} is not raised: ${why}`,
      })
    }
  }
  return raised
}

/** Without its full stop, so that a note stays one sentence. */
function firstSentence(words: string): string {
  return words.split(/\.(?:\s|$)/, 1)[0]!
}

function ordinal(count: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' }
  return count + ending[new Intl.PluralRules('en', { type: 'ordinal' }).select(count)]
}

/** With all that the positions need, and what that needs. */
function withNeeds(
  wanted: Map<string, Wanted>,
  { licenses, library, matter, notes }: Settling,
): Map<string, Wanted> {
  const whole = new Map(wanted)
  const told = new Set<string>()
  // A map goes on to what is put into it while it is gone through.
  for (const [id, one] of whole) {
    for (const license of licenses.filter((each) => one.on.has(each.id))) {
      for (const { needed, reason } of neededBy(one, license, library)) {
        const there = whole.get(needed.id)
        if (there) {
          there.on.add(license.id)
          continue
        }
        const said = matter?.negotiation?.positions?.[needed.id]
        const level =
          said === undefined || said === 'off' || said === 'unknown'
            ? usualLevel(needed, matter)
            : levelOf(said)
        const fresh: Wanted = {
          position: needed,
          level,
          because: `${id} needs it: ${reason.replace(/\.$/, '')}`,
          broughtBy: id,
          asked: false,
          on: new Set([license.id]),
        }
        const against = [...whole.values()].find((other) => exclusionOf(fresh, other) !== undefined)
        if (said === 'off' || against) {
          const why = against
            ? `${against.position.id} excludes it (${exclusionOf(fresh, against)!.replace(/\.$/, '')})`
            : 'the matter leaves it out'
          if (!told.has(needed.id)) notes.push(missingNote(needed.id, id, why))
          told.add(needed.id)
          continue
        }
        whole.set(needed.id, fresh)
        notes.push({
          kind: 'brings',
          position: needed.id,
          by: id,
          says: `${id} brings ${needed.id} (${levelWords[level]}): ${reason.replace(/\.$/, '')}`,
        })
      }
    }
  }
  return whole
}

/**
 * Positions that are asked for by name.
 *
 * What they need comes with them.
 *
 * @throws Problem `unknown-position`, `no-level`, `excluded`, or `position` for one that the license gives no occasion for
 */
export function requestedPositions(
  requests: readonly PositionRequest[],
  license: License,
  library: Library,
  matter?: Matter,
): ChosenPosition[] {
  return requestedChoice(requests, license, library, matter).chosen
}

/** The same with what was decided beside: what the positions bring. */
export function requestedChoice(
  requests: readonly PositionRequest[],
  license: License,
  library: Library,
  matter?: Matter,
): Choice {
  const levels = new Map<string, Level>()
  for (const { id, level } of requests) {
    const position = positionOf(id, library)
    requireApplies(position, license)
    const said = matter?.negotiation?.positions?.[id]
    const own =
      said === undefined || said === 'off' || said === 'unknown'
        ? usualLevel(position, matter)
        : levelOf(said)
    levels.set(id, requireLevel(position, level ?? own))
  }
  const notes: ChoiceNote[] = []
  const on = () => new Set([license.id])
  const wanted = [...levels].map(([id, level]): [string, Wanted] => [
    id,
    { position: library.positions.get(id)!, level, because: 'asked for', asked: true, on: on() },
  ])
  const whole = withNeeds(withoutExcluded(new Map(wanted), notes), {
    licenses: [license],
    library,
    matter,
    notes,
  })
  const chosen = [...whole.values()]
    .map(({ asked: _, on: __, ...one }) => one)
    .sort((a, b) => (a.position.id < b.position.id ? -1 : 1))
  return { chosen, notes }
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

function usualLevel({ positions }: Position, matter?: Matter): Level {
  const wanted = matter?.negotiation?.appetite === 'high' ? 'fallback' : 'preferred'
  return positions[wanted] ? wanted : (strongest.find((level) => positions[level]) ?? 'preferred')
}

function levelOf(level: 'preferred' | 'fallback' | 'walk-away'): Level {
  return level === 'walk-away' ? 'walk_away' : level
}

function requireLevel({ id, positions }: Position, level: Level): Level {
  if (positions[level]) return level
  const has = strongest.filter((one) => positions[one]).map((one) => levelWords[one])
  throw new Problem('no-level', `position ${id} has no ${levelWords[level]}: it has ${has.join(' and ')}`)
}

function positionOf(id: string, { positions }: Library, where = ''): Position {
  const found = positions.get(id)
  if (found) return found
  const ids = [...positions.keys()]
  const nearest = ids.find((one) => one.includes(id)) ?? closest(id, ids)
  const hint = ids.length === 0 ? 'the library has none' : `did you mean ${nearest}?`
  throw new Problem('unknown-position', `${where}there is no position “${id}”: ${hint}`)
}

function requireApplies({ id, counterparty, appliesTo, moot }: Position, license: License): void {
  const why = moot.find((entry) => entry.license === license.id)
  if (why) {
    throw new Problem(
      'position',
      `position ${id} has no occasion under ${license.id} (section ${why.section}): ${why.reason}`,
    )
  }
  if (counterparty === 'vendor') {
    throw new Problem(
      'position',
      `position ${id} is for a vendor’s contract, not for a license: leave it out`,
    )
  }
  if (!appliesTo.includes(license.id)) {
    throw new Problem(
      'position',
      `position ${id} does not apply to ${license.id}: it is for ${appliesTo.join(', ')}`,
    )
  }
}
