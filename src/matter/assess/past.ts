import type { Breach, Library } from '../../library/index.ts'
import { evaluate } from '../condition/evaluate.ts'
import type { Situation } from '../condition/types.ts'
import { movedIn } from '../derived/place.ts'
import { suitOver } from '../derived/suits.ts'
import type { Citation, DutyAnswer, Past } from '../types.ts'
import { citationsUnder, distinctCitations } from './citations.ts'
import { type Held, takesRight } from './path.ts'
import { type Used, usedSince } from './used-since.ts'

const none: Past = { is: 'none', what: [], ends: [], citations: [] }

/** A breach that takes no use out of the license, and holds for a use. */
export interface BreachHeld {
  breach: Breach
  citations: Citation[]
}

/** The breaches of the library that hold for a use under a license. */
export function breachesHeld(situation: Situation, library: Library): BreachHeld[] {
  return library.breaches
    .filter(({ when }) => evaluate(when, situation).holds === true)
    .map((breach) => ({ breach, citations: citationsUnder(breach.cites, situation, library) }))
}

/**
 * The day on which a right that there was came to an end, while the use went on.
 *
 * @returns undefined where there is a right, or never was one
 */
export function rightEnded(held: Held[], situation: Situation, library: Library): string | undefined {
  const sure = held.filter(takesRight)
  const { since } = usedSince(situation, library)
  if (sure.length === 0 || since === undefined) return undefined
  const days = sure.map(({ limit }) => dayOfEnd(limit, situation))
  const [first] = (days.every((day) => day !== undefined) ? days : []).sort()
  return first !== undefined && since < first ? first : undefined
}

/** The day of the suit, breach or move with which a limit begins to hold; undefined for one that always held. */
function dayOfEnd({ since }: Held['limit'], { matter, license, brokenOn }: Situation): string | undefined {
  return {
    suit: () => suitOver(matter, license.id),
    breach: () => brokenOn,
    place: () => movedIn(matter),
    use: () => undefined,
  }[since ?? 'use']()
}

/** What a past is told from. */
interface Told {
  held: Held[]
  /** The duties; of a right that has ended, as they stood while there was one. */
  duties: DutyAnswer[]
  breaches: BreachHeld[]
}

/** What has been used, or not done, already: without a right, or against a duty. */
export function pastOf(
  told: Told,
  situation: Situation,
  library: Library,
): { pastUnlicensedUse: Past; pastBreach: Past } {
  const used = usedSince(situation, library)
  if (!used.used) return { pastUnlicensedUse: none, pastBreach: none }
  const ended = rightEnded(told.held, situation, library)
  // Who never had a right broke no duty, unless what was done is barred besides.
  const never = told.held.some(
    (one) => takesRight(one) && one.limit.since !== 'breach' && !one.limit.breaks && ended === undefined,
  )
  const breach = never ? none : breachOf(told, used, situation, library)
  return {
    pastUnlicensedUse: until(used.until, unlicensedOf(told.held, used, situation, library)),
    pastBreach: until(ended ?? used.until, breach),
  }
}

function until(day: string | undefined, past: Past): Past {
  return past.is === 'none' || day === undefined ? past : { ...past, until: day }
}

function unlicensedOf(held: Held[], used: Used, situation: Situation, library: Library): Past {
  const right = held.filter(({ limit }) => limit.takes === 'right')
  if (right.length === 0) return none
  const sure = right.filter(takesRight)
  const of = sure.length > 0 ? sure : right
  const days = of.map(({ limit }) => later(dayOfEnd(limit, situation), used.since))
  return dated(
    sure.length > 0 ? 'since' : 'open',
    days.every((day) => day !== undefined) ? days.sort()[0] : used.since,
    of.map(({ limit }) => limit.says),
    of.map(({ limit }) => limit.wayOut),
    of.flatMap(({ limit }) => citationsUnder(limit.cites, situation, library)),
  )
}

function breachOf(
  { held, duties, breaches }: Told,
  used: Used,
  situation: Situation,
  library: Library,
): Past {
  const against = held.filter(({ limit }) => limit.takes === 'use' || limit.breaks)
  const surely = against.filter(
    ({ holds, limit }) => holds === true && limit.path === 'not-usable' && !limit.doubted,
  )
  const undone = duties.filter(
    ({ is, performed }) => is === 'applies' && (performed === 'no' || performed === 'partly'),
  )
  const broken = breaches.filter(({ breach }) => !breach.doubted)
  const cited = (limits: Held[], of: DutyAnswer[], some: BreachHeld[]) => [
    ...limits.flatMap(({ limit }) => citationsUnder(limit.cites, situation, library)),
    ...of.flatMap(({ citations }) => citations),
    ...some.flatMap(({ citations }) => citations),
  ]
  if (surely.length > 0 || undone.length > 0 || broken.length > 0) {
    return dated(
      'since',
      used.since,
      [
        ...surely.map(({ limit }) => limit.says),
        ...undone.map(({ title }) => `${title} not done`),
        ...broken.map(({ breach }) => breach.says),
      ],
      endsOf(surely, undone, broken),
      cited(surely, undone, broken),
    )
  }
  const unsure = duties.filter(
    ({ is, performed }) =>
      (is === 'applies' && performed === 'not-known') || (is === 'open' && performed !== 'yes'),
  )
  const doubt = [
    ...against.map(({ limit }) => limit.says),
    ...unsure.map(
      ({ title, is }) =>
        `${is === 'applies' ? '' : 'where it is due, '}${title}: not told whether it was done`,
    ),
    ...breaches.map(({ breach }) => breach.says),
  ]
  return doubt.length > 0
    ? dated('open', used.since, doubt, endsOf(against, unsure, breaches), cited(against, unsure, breaches))
    : none
}

/** What leads out of a breach; of a duty that was not done, to do it. */
function endsOf(limits: Held[], undone: DutyAnswer[], breaches: BreachHeld[]): string[] {
  return [
    ...limits.map(({ limit }) => limit.wayOut),
    ...breaches.map(({ breach }) => breach.ends),
    ...(undone.length > 0
      ? [`Do, where it was not done, and record it: ${undone.map(({ title }) => title).join(', ')}.`]
      : []),
  ]
}

function dated(
  is: 'since' | 'open',
  since: string | undefined,
  what: string[],
  ends: string[],
  citations: Citation[],
): Past {
  return {
    is,
    ...(since === undefined ? {} : { since }),
    what,
    ends: [...new Set(ends)],
    citations: distinctCitations(citations),
  }
}

/** A use that began after the license had ended never had one. */
function later(ended: string | undefined, used: string | undefined): string | undefined {
  if (ended === undefined || used === undefined) return ended ?? used
  return ended > used ? ended : used
}
