import { affiliateOnDay } from '../assess/threshold.ts'
import type { DerivedFact } from '../condition/types.ts'
import type { Matter } from '../schema/index.ts'
import type { ThresholdCount } from '../types.ts'
import { known, notKnown, some } from './known.ts'

/** Below this part of the threshold nobody is asked what growth is planned: our rule, so as not to ask in vain. */
const farBelow = 1 / 10

/** What follows from the count of users under one license, and from deals and growth that may change it. */
export function thresholdFacts(
  matter: Matter,
  count: ThresholdCount | undefined,
): Record<string, DerivedFact> {
  const pending = some(matter.reach?.acquisitions, 'reach.acquisitions', ({ closed }) =>
    closed === undefined || closed === 'unknown' ? ['closed'] : !closed,
  )
  if (!count) {
    return {
      threshold: known('none'),
      near_threshold: known(false),
      acquisition_pending: pending,
      acquisition_crosses: known(false),
      acquirer_crosses: known(false),
      target_crosses: known(false),
      growth_crosses: known(false),
    }
  }
  return {
    threshold: count.status === 'not-known' ? notKnown(...count.asks) : known(count.status),
    near_threshold: near(count),
    acquisition_pending: pending,
    acquisition_crosses: dealCrosses('either', matter, count),
    acquirer_crosses: dealCrosses('acquirer', matter, count),
    target_crosses: dealCrosses('target', matter, count),
    growth_crosses: growthCrosses(matter, count),
  }
}

function near({ status, users, asks, threshold }: ThresholdCount): DerivedFact {
  if (status === 'above') return known(false)
  return users === undefined || asks.length > 0 ? notKnown(...asks) : known(users > threshold / 2)
}

/** A deal whose other party is counted already changes nothing. */
function dealCrosses(
  role: 'acquirer' | 'target' | 'either',
  { reach }: Matter,
  { countedOn, users, asks, threshold }: ThresholdCount,
): DerivedFact {
  const deals = reach?.acquisitions?.map((deal, at) => ({ deal, at }))
  if (!deals) return notKnown('reach.acquisitions')
  const verdicts = deals.map(({ deal, at }): true | string[] => {
    const path = `reach.acquisitions[${at}]`
    const unsure = deal.role === undefined || deal.role === 'unknown'
    const other = !unsure && role !== 'either' && deal.role !== role
    if (other || affiliateOnDay(deal, countedOn)) return []
    const asked = unsure && role !== 'either' ? [`${path}.role`] : []
    if (deal.users === undefined) return [...asked, `${path}.users`]
    if ((users ?? 0) + deal.users > threshold) return asked.length > 0 ? asked : true
    return users === undefined || asks.length > 0 ? [...asked, ...asks] : []
  })
  if (verdicts.includes(true)) return known(true)
  const open = verdicts.flatMap((verdict) => (verdict === true ? [] : verdict))
  return open.length > 0 ? notKnown(...open) : known(false)
}

function growthCrosses({ reach }: Matter, { status, users, threshold }: ThresholdCount): DerivedFact {
  const planned = reach?.planned_users
  if (planned !== undefined) return known(planned > threshold)
  const far = status === 'below' && users !== undefined && users < threshold * farBelow
  return far ? known(false) : notKnown('reach.planned_users')
}
