import type { ValueKind } from '../condition/domain.ts'

const yesNo = (means: string) => ({ kind: 'yes-no', means }) as const

/** The derived facts that conditions may use, `derived.NAME`, each worked out for one matter under one license. */
export const derivedFacts: Record<string, ValueKind & { means: string }> = {
  in_use: yesNo('a model under this license is in use (not merely evaluated, planned or retired)'),
  in_production: yesNo('a model under this license is in use, or offered to others'),
  statuses: {
    kind: 'choices',
    options: ['evaluated', 'in-use', 'planned', 'retired'],
    means: 'statuses of the models under this license',
  },
  multimodal: yesNo('a model under this license, not retired, takes in more than text'),
  in_eu: yesNo('the client has its principal place of business in the European Union'),
  eu_affiliates: yesNo(
    'an affiliate that uses the models has its principal place of business in the European Union',
  ),
  in_eea_or_switzerland: yesNo('the client has its principal place of business in the EEA or Switzerland'),
  offers_to_others: yesNo('exposure is pilot, product, public or resale'),
  distributes_weights: yesNo('somebody outside the client’s own company receives weights'),
  weights_go_to: { kind: 'texts', means: 'who outside the client’s own company receives weights, in words' },
  weights_leave_group: yesNo('contractors, customers or the public receive weights'),
  model_available: yesNo(
    'the model itself is distributed or made available: somebody receives weights, or customers can call it directly',
  ),
  trains_other_models: yesNo('outputs train a model that is not built on Llama'),
  trains_distributed_models: yesNo('outputs train a model that is distributed or made available'),
  trained_model_unnamed: yesNo(
    'outputs train a distributed model whose name does not begin as the license demands',
  ),
  regulated: yesNo('at least one regulated domain'),
  near_policy: yesNo('at least one use near the lines of the use policy'),
  threshold: {
    kind: 'choice',
    options: ['none', 'below', 'above'],
    means: 'users counted against the threshold of this license; none where it has no threshold',
  },
  near_threshold: yesNo('users are at or below the threshold, but above half of it'),
  acquisition_pending: yesNo('an acquisition that has not closed'),
  acquisition_crosses: yesNo(
    'with the other company of a deal that is not counted yet, the count is above the threshold',
  ),
  acquirer_crosses: yesNo(
    'with a company that the client buys and that is not counted yet, the count is above the threshold',
  ),
  target_crosses: yesNo('with the company that buys the client, the count is above the threshold'),
  growth_crosses: yesNo(
    'the users planned for the next two years are above the threshold; not asked where fewer than a tenth of it are counted',
  ),
  license_count: { kind: 'number', means: 'licenses of all models that are not retired' },
  licenses_in_use: { kind: 'texts', means: 'ids of the licenses of all models that are not retired' },
  newer_licenses: { kind: 'texts', means: 'ids of the licenses released after this one' },
  newest: yesNo('no license is newer than this one'),
}
