import type { Library } from '../../library/index.ts'
import type { DerivedFact } from '../condition/types.ts'
import type { Matter } from '../schema/index.ts'
import type { ThresholdCount } from '../types.ts'
import type { FirstUse } from './first-use.ts'
import { isOpen, known, notKnown } from './known.ts'
import { bearsMark } from './marks.ts'
import type { MatterModel } from './models.ts'
import { suits } from './suits.ts'
import { type Trained, trained } from './trained.ts'

/** What follows from how a model is used: who meets it, inside what, what its outputs improve, who sues. */
export function useFacts(
  matter: Matter,
  license: string,
  {
    models,
    count,
    offers,
    released,
    first,
    marks,
    kinds,
  }: {
    models: MatterModel[] | undefined
    count: ThresholdCount | undefined
    offers: DerivedFact
    /** Day of the license’s version, where it has one. */
    released: string | undefined
    /** When the license was taken. */
    first: FirstUse
    /** Names of the licensor and of its models, in small letters. */
    marks: readonly string[]
    kinds: Library['vendorKinds']
  },
): Record<string, DerivedFact> {
  const inside = insideOf(matter)
  return {
    inside,
    outputs_bought: known(inside.value === 'outputs-alone'),
    end_user: endUser(inside, offers, matter),
    holds_product: holdsProduct(inside, matter, kinds),
    serves_affiliates: meets(matter, 'affiliates', offers),
    serves_contractors: meets(matter, 'contractors', offers),
    fine_tuned: fineTuned(matter, models, license),
    ...improvements(matter),
    ...suits(matter, license, { released, first }),
    license_ended: known(false),
    license_end_doubted: known(false),
    product_bears_mark: bearsMark(matter, marks),
    later_affiliates: known(count?.laterAffiliates ?? false),
    founded_later: known(count?.foundedLater ?? false),
    read_me_differs: known(
      (models ?? []).some(
        (one) =>
          one.license === license &&
          one.of?.some(({ readMe }) => readMe !== undefined && readMe.license !== license),
      ),
    ),
  }
}

/** Said, or plain from where it runs: what runs nowhere at others is the client’s own deployment. */
function insideOf({ inside, deployment }: Matter): DerivedFact {
  if (inside !== undefined && inside !== 'unknown') return known(inside)
  if (deployment !== undefined && !deployment.includes('third-party-service')) return known('own')
  return notKnown('inside')
}

function endUser(inside: DerivedFact, offers: DerivedFact, { weights_recipients: to }: Matter): DerivedFact {
  if (inside.value !== 'vendor-product' && inside.value !== 'unknown') return known(false)
  if (offers.value === true) return known(false)
  if (to?.some((one) => one !== 'nobody')) return known(false)
  const asks = [...inside.asks, ...offers.asks]
  return asks.length > 0 ? notKnown(...asks) : known(true)
}

/** Said of where it runs, or plain from what the vendor does: it delivers the product, or hosts it. */
function holdsProduct(
  inside: DerivedFact,
  { deployment, vendors = [] }: Matter,
  kinds: Library['vendorKinds'],
): DerivedFact {
  if (inside.value === 'own' || inside.value === 'hosted-model') return known(false)
  if (inside.value !== 'vendor-product') return notKnown(...inside.asks)
  if (deployment !== undefined) return known(deployment.some((one) => one !== 'third-party-service'))
  const traits = vendors.map(({ kind }) => kinds.get(kind ?? '')?.traits)
  if (traits.some((one) => one?.delivers && one['supplies-product'])) return known(true)
  return traits.length > 0 && traits.every((one) => one?.hosts) ? known(false) : notKnown('deployment')
}

type Audience = NonNullable<Matter['audience']>[number]

/** Whether some meet it and nobody outside does: then it is they on whom a duty hangs. */
function meets({ audience, access }: Matter, who: Audience, offers: DerivedFact): DerivedFact {
  return known(audience?.includes(who) === true && access !== 'content' && offers.value !== true)
}

function fineTuned(matter: Matter, models: MatterModel[] | undefined, license: string): DerivedFact {
  const own = (matter.models ?? []).filter((_, at) => models?.[at]?.license === license)
  if (own.length > 0 && own.every(({ changed }) => changed === true || changed === false))
    return known(own.some(({ changed }) => changed === true))
  if (own.some(({ changed }) => changed === true)) return known(true)
  const done = matter.fine_tuning?.done
  return done === undefined || done === 'unknown' ? notKnown('fine_tuning.done') : known(done)
}

function improvements(matter: Matter): Record<string, DerivedFact> {
  // What only measures, or comes by way of another model, improves less directly than training does.
  const measures = ({ how }: Trained) => how === 'evaluation' || how === 'indirect'
  const asksOf = ({ kind, base }: Trained, how: boolean) => [
    ...(isOpen(kind) ? ['kind'] : []),
    ...(isOpen(base) ? ['base'] : []),
    ...(how ? ['how'] : []),
  ]
  return {
    improves_language_model: trained(matter, (one) => {
      if (one.base === 'llama' || measures(one)) return false
      if (!isOpen(one.kind) && one.kind !== 'large-language-model') return false
      const asks = asksOf(one, one.how === 'unknown')
      return asks.length > 0 ? asks : true
    }),
    improvement_doubtful: trained(matter, (one) => {
      if (one.base === 'llama' || one.kind === 'other-model' || one.kind === 'not-a-model') return false
      const doubted = one.kind === 'language-model' || (one.kind === 'large-language-model' && measures(one))
      const asks = asksOf(one, one.how === 'unknown' && one.kind !== 'language-model')
      return asks.length > 0 ? asks : doubted
    }),
    trains_same_version: trained(matter, ({ base }) => (isOpen(base) ? ['base'] : base === 'llama')),
    trains_other_kinds: trained(matter, ({ kind }) => (isOpen(kind) ? ['kind'] : kind === 'other-model')),
  }
}
