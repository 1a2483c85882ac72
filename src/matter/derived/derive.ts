import type { Library } from '../../library/index.ts'
import type { DerivedFact } from '../condition/types.ts'
import type { Matter } from '../schema/index.ts'
import type { ThresholdCount } from '../types.ts'
import { addendumFacts } from './addendum-facts.ts'
import type { FirstUse } from './first-use.ts'
import { isOpen, known, notKnown, some } from './known.ts'
import { marksOf } from './marks.ts'
import { licensesInUse, type MatterModel, modelsOf } from './models.ts'
import { placeFacts, placeToCheck } from './place.ts'
import { inEuropeanUnion } from './places.ts'
import { thresholdFacts } from './threshold-facts.ts'
import { type Trained, trained } from './trained.ts'
import { useFacts } from './use-facts.ts'
import { gapsOf } from './vendor-gaps.ts'

/** Works out the derived facts of a matter under one license. */
export function derive(
  matter: Matter,
  license: string,
  library: Library,
  count: ThresholdCount | undefined,
  first: FirstUse,
): Record<string, DerivedFact> {
  const all = matter.models === undefined ? undefined : modelsOf(matter, library)
  const used = licensesInUse(matter, library)
  const newer = newerThan(license, library)
  const own = library.licenses.get(license)
  const inUse = ofModels(all, license, ({ status }) =>
    status === undefined ? ['status'] : status === 'in-use',
  )
  const offers = offersToOthers(matter)
  return {
    in_use: inUse,
    in_production: either(inUse, offers),
    statuses: known([
      ...new Set((all ?? []).flatMap((one) => (one.license === license && one.status ? [one.status] : []))),
    ]),
    multimodal: ofModels(all, license, ({ status, inputs, of }) => {
      if (status === 'retired') return false
      if (inputs !== undefined) return inputs.some((input) => input !== 'text')
      return [of === undefined ? 'inputs' : 'size']
    }),
    ...placeFacts(matter),
    place_to_check: placeToCheck(matter, library.tradeChecks?.countries ?? []),
    ...addendumFacts(matter),
    loosely_tied: known(
      (matter.client?.affiliates ?? []).some(({ tie }) => tie !== undefined && tie !== 'control'),
    ),
    eu_affiliates:
      matter.audience !== undefined && !matter.audience.includes('affiliates')
        ? known(false)
        : some(matter.client?.affiliates, 'client.affiliates', ({ country: at, uses_models: uses }) => {
            if (uses === false || (at !== undefined && !inEuropeanUnion(at))) return false
            const asks = [
              ...(at === undefined ? ['country'] : []),
              ...(uses === undefined || uses === 'unknown' ? ['uses_models'] : []),
            ]
            return asks.length > 0 ? asks : true
          }),
    offers_to_others: offers,
    ...weights(matter),
    model_available: either(weights(matter).distributes_weights!, both(offers, modelAccess(matter))),
    ...outputTraining(matter),
    regulated: anyOf(matter.domains, 'domains'),
    near_policy: anyOf(matter.near_policy_uses, 'near_policy_uses'),
    ...thresholdFacts(matter, count),
    ...useFacts(matter, license, {
      models: all,
      count,
      offers,
      released: own?.released,
      first,
      marks: own ? marksOf(own) : [],
      kinds: library.vendorKinds,
    }),
    license_count: all === undefined ? notKnown('models') : known(used.length),
    licenses_in_use: all === undefined ? notKnown('models') : known(used),
    newer_licenses: known(newer),
    newest: known(newer.length === 0),
    vendor_gaps: gapsOf(matter, license, library),
  }
}

function ofModels(
  models: MatterModel[] | undefined,
  license: string,
  judge: (model: MatterModel) => boolean | string[],
): DerivedFact {
  return some(models, 'models', (model) => {
    if (model.license === undefined) return ['license']
    return model.license === license ? judge(model) : false
  })
}

function offersToOthers({ exposure, access, inside }: Matter): DerivedFact {
  // What renters run on machines that are let to them, they offer.
  if (access === 'content' || inside === 'renters') return known(false)
  return exposure === undefined || exposure === 'unknown'
    ? notKnown('exposure')
    : known(exposure !== 'internal')
}

function either(one: DerivedFact, other: DerivedFact): DerivedFact {
  if (one.value === true || other.value === true) return known(true)
  const asks = [...one.asks, ...other.asks]
  return asks.length > 0 ? notKnown(...asks) : known(false)
}

function both(one: DerivedFact, other: DerivedFact): DerivedFact {
  if (one.value === false || other.value === false) return known(false)
  const asks = [...one.asks, ...other.asks]
  return asks.length > 0 ? notKnown(...asks) : known(true)
}

function modelAccess({ access, inside }: Matter): DerivedFact {
  if (inside === 'outputs-alone') return known(false)
  return access === undefined || access === 'unknown' ? notKnown('access') : known(access === 'model-access')
}

function anyOf(list: string[] | undefined, path: string): DerivedFact {
  return list === undefined ? notKnown(path) : known(list.length > 0)
}

function weights({ weights_recipients: to }: Matter): Record<string, DerivedFact> {
  const reaches = (outside: string[]) =>
    to === undefined ? notKnown('weights_recipients') : known(to.some((one) => outside.includes(one)))
  const named = to?.filter((one) => one !== 'nobody').map((one) => (one === 'public' ? 'the public' : one))
  return {
    weights_go_to: named === undefined ? notKnown('weights_recipients') : known(named),
    distributes_weights: reaches(['affiliates', 'contractors', 'customers', 'public']),
    weights_leave_group: reaches(['contractors', 'customers', 'public']),
  }
}

function outputTraining(matter: Matter): Record<string, DerivedFact> {
  return {
    trains_other_models: trained(matter, ({ base }) => (isOpen(base) ? ['base'] : base === 'other')),
    trains_distributed_models: trained(matter, ({ kind, distributed }) =>
      kind === 'not-a-model' ? false : isOpen(distributed) ? ['distributed'] : distributed === true,
    ),
    improves_distributed_model: trained(matter, (one) => distributedModel(one, false)),
    measures_distributed_model: trained(matter, (one) => distributedModel(one, true)),
    trained_model_unnamed: trained(matter, ({ kind, distributed, named_llama: named }) => {
      if (kind === 'not-a-model' || distributed === false || named === true) return false
      const asks = [
        ...(isOpen(distributed) ? ['distributed'] : []),
        ...(isOpen(named) ? ['named_llama'] : []),
      ]
      return asks.length > 0 ? asks : true
    }),
  }
}

/**
 * Whether it is a model that meets others, and is trained on outputs or on what they choose; or, where `indirectly`, is
 * only measured with them or improved by way of another.
 */
function distributedModel({ kind, how, distributed }: Trained, indirectly: boolean): boolean | string[] {
  if (kind === 'not-a-model' || distributed === false) return false
  const direct = how === undefined || how === 'training' || how === 'selection'
  if (how !== 'unknown' && direct === indirectly) return false
  const asks = [...(isOpen(distributed) ? ['distributed'] : []), ...(how === 'unknown' ? ['how'] : [])]
  return asks.length > 0 ? asks : true
}

/** Licenses released after this one; one without a date is older than all that have one. */
function newerThan(id: string, { licenses }: Library): string[] {
  const released = licenses.get(id)?.released ?? ''
  return [...licenses.values()].filter((one) => (one.released ?? '') > released).map((one) => one.id)
}
