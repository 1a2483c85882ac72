import { control } from './leaf.ts'
import { ask, group } from './question.ts'

const inPlace = (question: string, why?: string, ...law: string[]) =>
  ask(control(), {
    question,
    help: 'yes, partly or no.',
    ...(why === undefined ? {} : { why }),
    ...(law.length === 0 ? {} : { law }),
  })

/** What the client has in place. */
export const controls = {
  controls: group(
    {
      moderation: inPlace(
        'Are inputs and outputs moderated?',
        'It shows what people do with the product before somebody else does.',
        'allowing-others',
      ),
      logging: inPlace(
        'Are prompts and outputs logged?',
        'Without a log nothing can be proved or looked into.',
      ),
      filtering: inPlace(
        'Are prohibited subjects filtered?',
        'A filter stops most breaches of the policy before they happen.',
      ),
      ai_disclosure: inPlace(
        'Are people told that they deal with a machine?',
        undefined,
        'human-generated-claims',
      ),
      known_dangers_disclosure: inPlace(
        'Are end users told of the known dangers of the system?',
        undefined,
        'known-dangers',
      ),
      training: inPlace(
        'Is staff trained on the license and its policy?',
        'Most breaches come from people who did not know.',
      ),
      internal_policy: inPlace(
        'Is there an internal policy on the use of the models?',
        'It turns the license into rules that staff can follow.',
      ),
      model_register: inPlace(
        'Is there a register of models, versions and copies of weights?',
        'What is not listed cannot be found again.',
        'deletion',
      ),
      agreement_copy: inPlace(
        'Does a copy of the agreement go with what is distributed?',
        undefined,
        'agreement-copy',
      ),
      notice_file: inPlace(
        'Does the notice of the license go with distributed copies?',
        undefined,
        'attribution-notice',
      ),
      built_with_display: inPlace(
        'Is the display line of the license shown where the license asks for it?',
        'Anyone can check it from outside.',
        'built-with-display',
      ),
      model_naming: inPlace(
        'Do derived models carry the name that the license asks for?',
        undefined,
        'model-naming',
      ),
      access_control: inPlace(
        'Is access to the models limited to those who are allowed?',
        'It keeps use inside what was approved.',
      ),
      weights_security: inPlace(
        'Are weights stored and moved securely?',
        'A copy that has leaked cannot be called back.',
      ),
      dataset_provenance: inPlace(
        'Is the origin of training data recorded, outputs of models included?',
        'Only a record shows what trained what.',
        'model-improvement',
      ),
      policy_watch: inPlace(
        'Is the use policy watched for changes?',
        undefined,
        'acceptable-use',
        'policy-changes',
      ),
      version_review: inPlace(
        'Is each new version’s license reviewed before it is used?',
        'What was approved for one version is not yet approved for the next.',
      ),
      contractor_flow_down: inPlace(
        'Do contracts with contractors and integrators carry the license’s duties?',
        'Only a contract binds them to it.',
      ),
      vendor_flow_down: inPlace(
        'Do contracts with vendors carry the license’s duties?',
        'Without them there is no recourse against the vendor.',
      ),
      incident_plan: inPlace(
        'Is there a plan for a breach of the license or policy?',
        'The first day counts.',
        'termination',
      ),
      exit_plan: inPlace('Is there a plan to replace the model?', undefined, 'termination', 'deletion'),
      professional_review: inPlace(
        'Does a qualified person review outputs in regulated work?',
        undefined,
        'unlicensed-practice',
      ),
      insurance: inPlace(
        'Is there insurance that covers claims from AI outputs?',
        'A claim has to be paid from somewhere.',
        'liability',
        'indemnity',
      ),
      records: inPlace(
        'Are acceptance, use and decisions recorded?',
        'Compliance is proved by what was written down.',
      ),
    },
    {
      question: 'Which controls are in place?',
      why: 'They lower what remains of a risk.',
    },
  ),
}
