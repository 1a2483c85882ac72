const ofModels = ['models[].model', 'models[].license', 'models[].status']
const ofUsers = [
  'client.name',
  'client.short_name',
  'client.affiliates[].name',
  'reach.monthly_active_users',
  'reach.monthly_active_users.{}.users',
  'reach.monthly_active_users.{}.company',
  'reach.monthly_active_users.{}.months',
  'reach.monthly_active_users.{}.shared_with',
  'reach.acquisitions[].name',
  'reach.acquisitions[].date',
  'reach.acquisitions[].role',
  'reach.acquisitions[].users',
  'reach.acquisitions[].closed',
  'reach.affiliates_complete',
]

/**
 * The facts of a matter that each derived fact is worked out from: who reads a derived fact reads them. The library check
 * asks for an entry for each, and for each fact to be there.
 */
export const derivedReads: Record<string, readonly string[]> = {
  in_use: ofModels,
  in_production: [...ofModels, 'exposure'],
  statuses: ofModels,
  multimodal: [...ofModels, 'models[].inputs'],
  in_eu: ['client.principal_place_of_business'],
  in_eea_or_switzerland: ['client.principal_place_of_business'],
  eu_affiliates: ['client.affiliates[].country', 'client.affiliates[].uses_models'],
  offers_to_others: ['exposure'],
  distributes_weights: ['weights_recipients'],
  weights_go_to: ['weights_recipients'],
  weights_leave_group: ['weights_recipients'],
  model_available: ['weights_recipients', 'exposure', 'access'],
  trains_other_models: ['output_training.done', 'output_training.models[].base'],
  trains_distributed_models: ['output_training.done', 'output_training.models[].distributed'],
  trained_model_unnamed: [
    'output_training.done',
    'output_training.models[].distributed',
    'output_training.models[].named_llama',
  ],
  regulated: ['domains'],
  near_policy: ['near_policy_uses'],
  threshold: ofUsers,
  near_threshold: ofUsers,
  acquisition_pending: ['reach.acquisitions[].closed'],
  acquisition_crosses: ofUsers,
  acquirer_crosses: ofUsers,
  target_crosses: ofUsers,
  growth_crosses: [...ofUsers, 'reach.planned_users'],
  license_count: ofModels,
  licenses_in_use: ofModels,
  newer_licenses: [],
  newest: [],
}
