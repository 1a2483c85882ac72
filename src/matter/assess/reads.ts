/** Facts of a use that the answer for it reads, below `uses[]` and, in a matter of the old form, at the top. */
const ofUse = [
  'purpose',
  'since',
  'research',
  'recipients_research',
  'until',
  'models[].certain',
  'models[].until',
  'finished_product',
  'sensitive_uses[].what',
  'sensitive_uses[].how',
  'performed.agreement_copy',
  'performed.built_with_display',
  'performed.model_naming',
  'performed.notice_file',
  'models[].performed.agreement_copy',
  'models[].performed.built_with_display',
  'models[].performed.model_naming',
  'models[].performed.notice_file',
  'fine_tuning.model_names',
]

/** Facts that only a matter told in uses has in this place: each use is read as a matter of its own. */
const ofUseAlone = [
  'name',
  'models[].model',
  'models[].license',
  'models[].size',
  'models[].inputs',
  'models[].since',
  'models[].purpose',
  'models[].status',
  'models[].changed',
  'status',
  'company',
  'audience',
  'inside',
  'vendor',
  'exposure',
  'deployment',
  'cloud_provider',
  'service_provider',
  'access',
  'weights_recipients',
  'fine_tuning.done',
  'fine_tuning.data',
  'output_training.done',
  'output_training.models[].name',
  'output_training.models[].kind',
  'output_training.models[].how',
  'output_training.models[].base',
  'output_training.models[].distributed',
  'output_training.models[].named_llama',
  'near_policy_uses',
  'domains',
  'personal_data',
  'eu_users',
]

/**
 * What the assessment itself reads of a matter, beside the conditions of the library: paths as {@link matterFields} has
 * them. The library check tells of one that is not there.
 */
export const assessmentReads: readonly string[] = [
  ...ofUse,
  ...[...ofUse, ...ofUseAlone].map((path) => `uses[].${path}`),
  'litigation.suits[].name',
]
