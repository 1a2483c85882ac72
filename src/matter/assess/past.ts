import type { Library } from '../../library/index.ts'
import type { Situation } from '../condition/types.ts'
import { modelsOf } from '../derived/models.ts'
import type { DutyAnswer, Past } from '../types.ts'
import { citationsOf, distinctCitations } from './citations.ts'
import type { Held } from './path.ts'

const none: Past = { is: 'none', what: [], citations: [] }

/** What has been used, or not done, already: without a right, or against a duty. */
export function pastOf(
  held: Held[],
  duties: DutyAnswer[],
  situation: Situation,
  library: Library,
): { pastUnlicensedUse: Past; pastBreach: Past } {
  const used = usedSince(situation, library)
  const suit = firstSuit(situation)
  const right = held.filter(({ limit }) => limit.takes === 'right')
  const sure = right.filter(({ holds, limit }) => holds === true && limit.path !== 'clarify-with-meta')
  const dated = (
    is: 'since' | 'open',
    since: string | undefined,
    what: string[],
    limits: Held[],
    of: DutyAnswer[] = [],
  ): Past => ({
    is,
    ...(since === undefined ? {} : { since }),
    what,
    citations: distinctCitations([
      ...limits.flatMap(({ limit }) =>
        limit.cites.flatMap(({ topic, section }) =>
          citationsOf(library, situation.license.id, topic, section),
        ),
      ),
      ...of.flatMap(({ citations }) => citations),
    ]),
  })
  const sinceOf = (ones: Held[]) =>
    ones.every(({ limit }) => limit.since === 'suit') ? later(suit, used.since) : used.since
  const told = (ones: Held[]) => ones.map(({ limit }) => limit.says)
  const unlicensed =
    !used.used || right.length === 0
      ? none
      : sure.length > 0
        ? dated('since', sinceOf(sure), told(sure), sure)
        : dated('open', sinceOf(right), told(right), right)
  if (!used.used || sure.length > 0) return { pastUnlicensedUse: unlicensed, pastBreach: none }
  const against = held.filter(({ limit }) => limit.takes === 'use')
  const surely = against.filter(
    ({ holds, limit }) => holds === true && limit.path === 'not-usable' && !limit.doubted,
  )
  const undone = duties.filter(
    ({ is, performed }) => is === 'applies' && (performed === 'no' || performed === 'partly'),
  )
  const unsure = duties.filter(
    ({ is, performed }) =>
      (is === 'applies' && performed === 'not-known') || (is === 'open' && performed !== 'yes'),
  )
  if (surely.length > 0 || undone.length > 0) {
    return {
      pastUnlicensedUse: unlicensed,
      pastBreach: dated(
        'since',
        used.since,
        [...told(surely), ...undone.map(({ title }) => `${title} not done`)],
        surely,
        undone,
      ),
    }
  }
  const doubt = [
    ...told(against),
    ...unsure.map(
      ({ title, is }) =>
        `${is === 'applies' ? '' : 'where it is due, '}${title}: not told whether it was done`,
    ),
  ]
  return {
    pastUnlicensedUse: unlicensed,
    pastBreach: doubt.length > 0 ? dated('open', used.since, doubt, against, unsure) : none,
  }
}

/** Since when a model of the license is used; what is planned is not. */
function usedSince({ matter, license }: Situation, library: Library): { used: boolean; since?: string } {
  const models = modelsOf(matter, library)
  const own = (matter.models ?? []).filter((_, at) => models[at]?.license === license.id)
  const started = own.filter(({ status }) => status !== 'planned')
  const [since] = started.flatMap(({ since: day }) => (day === undefined ? [] : [day])).sort()
  return { used: started.length > 0, ...(since === undefined ? {} : { since }) }
}

function firstSuit({ matter }: Situation): string | undefined {
  return (matter.litigation?.suits ?? [])
    .flatMap(({ filed }) => (filed === undefined ? [] : [filed]))
    .sort()[0]
}

/** The license ended with the suit, and a use that began after it never had one. */
function later(suit: string | undefined, used: string | undefined): string | undefined {
  if (suit === undefined || used === undefined) return suit ?? used
  return suit > used ? suit : used
}
