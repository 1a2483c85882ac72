import type { ValueKind } from '../condition/domain.ts'
import { vendorGaps } from './vendor-gaps.ts'

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
  vendor_in_union: yesNo(
    'the vendor that an addendum is for has its principal place of business in the European Union',
  ),
  maker_in_union: yesNo(
    'the maker of what the vendor of an addendum sells has its principal place of business in the European Union',
  ),
  meta_grant: yesNo(
    'Meta has granted, or is to grant before the paper takes effect, what a license keeps back from a party to an addendum',
  ),
  public_body: yesNo('the licensee is said to be a public body'),
  no_company: yesNo('the licensee is said to be a public body, an association or a foundation'),
  domicile_elsewhere: yesNo(
    'an individual is domiciled in another country than the one where he or she lives',
  ),
  moved_into_eu: yesNo('the licensee moved into the European Union while a model was used'),
  under_age: yesNo('the licensee is an individual who is not old enough to consent'),
  loosely_tied: yesNo(
    'a company that is tied to the client by less than control is counted among its affiliates',
  ),
  eu_affiliates: yesNo(
    'an affiliate that uses the models has its principal place of business in the European Union',
  ),
  place_to_check: yesNo(
    'the client, or an affiliate that uses the models, is at a place on the list of those whose trade controls have to be checked',
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
  improves_distributed_model: yesNo(
    'outputs train, or choose what trains, a model that is distributed or made available',
  ),
  measures_distributed_model: yesNo(
    'outputs only measure a model that is distributed or made available, or improve it by way of another',
  ),
  trained_model_unnamed: yesNo(
    'outputs train a distributed model whose name does not begin as the license demands',
  ),
  regulated: yesNo('at least one regulated domain'),
  near_policy: yesNo('at least one use near the lines of the use policy'),
  threshold: {
    kind: 'choice',
    options: ['none', 'below', 'above', 'open'],
    means:
      'users counted against the threshold of this license; none where it has no threshold, open where the text leaves it so',
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
  vendor_gaps: {
    kind: 'choices',
    options: [...vendorGaps],
    means: 'what vendors answer that a client should know, and what they leave out',
  },
  newest: yesNo('no license is newer than this one'),
  inside: {
    kind: 'choice',
    options: ['own', 'hosted-model', 'vendor-product', 'outputs-alone', 'renters'],
    means:
      'whether the model runs where the client controls it, at a host, inside a vendor’s finished product, or not with the client at all: it has outputs of others, or lets machines',
  },
  outputs_bought: yesNo('the client has only outputs that others made with the model'),
  end_user: yesNo('the client only uses a vendor’s finished product, and offers it to nobody'),
  holds_product: yesNo(
    'a vendor’s finished product runs where the client controls it, so that the materials inside reach the client',
  ),
  serves_affiliates: yesNo('staff of affiliates meet it, and nobody outside the group'),
  serves_contractors: yesNo('contractors meet it, and nobody outside'),
  fine_tuned: yesNo('a model under this license is fine-tuned or otherwise changed'),
  improves_language_model: yesNo(
    'outputs train, or choose what trains, a large language model that is not built on the same version of Llama',
  ),
  improvement_doubtful: yesNo(
    'outputs improve what may or may not be a large language model, only measure one, or improve one through another model',
  ),
  trains_same_version: yesNo('outputs train a model that is built on the same version of Llama'),
  trains_other_kinds: yesNo('outputs train a model that is no language model'),
  own_suit: yesNo(
    'the client has filed a claim that the models of this license or their outputs infringe its rights',
  ),
  own_suit_before: yesNo(
    'the client has filed such a claim, and has used no model of this license before that day',
  ),
  suit_doubtful: yesNo(
    'an affiliate has filed such a claim, the claim is about training, or it is older than the version',
  ),
  suit_older: yesNo(
    'such a claim was filed before the day of this version, and is not said to be about it; it is then doubtful',
  ),
  suit_elsewhere: yesNo('a suit of the client or its group that is about other versions alone'),
  other_suit: yesNo('a suit that others bring, or that does not say that the models infringe'),
  later_affiliates: yesNo(
    'a company belongs to the group only after the day on which the threshold counts, or before it no longer',
  ),
  founded_later: yesNo(
    'the client was founded after the day on which the threshold counts, and its group was above the threshold in the month before',
  ),
  license_ended: yesNo(
    'a use of the same company broke a license that ends by itself upon a breach, as the assessment of all uses has it; no where a use is looked at alone',
  ),
  license_end_doubted: yesNo('whether another use of the same company broke such a license is open'),
  product_bears_mark: yesNo(
    'a product is offered under a name that holds a mark of the licensor, and is not the name of a model',
  ),
  read_me_differs: yesNo('the read-me of a model names another license than the file that comes with it'),
}
