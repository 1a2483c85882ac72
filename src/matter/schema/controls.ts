import { control } from './leaf.ts'
import { ask, group } from './question.ts'

const inPlace = (question: string, why: string) =>
  ask(control(), { question, why, help: 'yes, partly or no.' })

/** What the client has in place. */
export const controls = {
  controls: group(
    {
      moderation: inPlace(
        'Are inputs and outputs moderated?',
        'It is how a company keeps others from breaking the use policy.',
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
        'The use policy bars passing outputs off as human.',
      ),
      known_dangers_disclosure: inPlace(
        'Are end users told of the known dangers of the system?',
        'The use policy bars failing to tell them.',
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
        'Duties differ by version, and deletion needs every copy.',
      ),
      agreement_copy: inPlace(
        'Does a copy of the agreement go with what is distributed?',
        'Every version from Llama 2 on demands it.',
      ),
      notice_file: inPlace(
        'Does the “Notice” file go with distributed copies?',
        'Every version from Llama 2 on demands it.',
      ),
      built_with_display: inPlace(
        'Is the “Built with” line displayed where the license demands it?',
        'Versions from Llama 3 on demand it, and anyone can check it from outside.',
      ),
      model_naming: inPlace(
        'Do derived models carry the name that the license demands?',
        'Versions from Llama 3 on demand it.',
      ),
      access_control: inPlace(
        'Is access to the models limited to those who are allowed?',
        'It keeps use inside what was approved.',
      ),
      weights_security: inPlace(
        'Are weights stored and moved securely?',
        'A leaked copy is a distribution without the duties that go with it.',
      ),
      dataset_provenance: inPlace(
        'Is the origin of training data recorded, outputs of models included?',
        'Only then can anyone show that outputs did not train what they may not.',
      ),
      policy_watch: inPlace(
        'Is the use policy watched for changes?',
        'It stands at an address, and no notice of changes is promised.',
      ),
      version_review: inPlace(
        'Is each new version’s license reviewed before it is used?',
        'The versions differ in duties and exclusions.',
      ),
      contractor_flow_down: inPlace(
        'Do contracts with contractors and integrators carry the license’s duties?',
        'Their breach is the client’s problem.',
      ),
      vendor_flow_down: inPlace(
        'Do contracts with vendors carry the license’s duties?',
        'Without them there is no recourse against the vendor.',
      ),
      incident_plan: inPlace(
        'Is there a plan for a breach of the license or policy?',
        'There is no time to cure, so the first day counts.',
      ),
      exit_plan: inPlace(
        'Is there a plan to replace the model?',
        'On termination use must stop and copies be deleted.',
      ),
      professional_review: inPlace(
        'Does a qualified person review outputs in regulated work?',
        'The use policy bars unlicensed practice of a profession.',
      ),
      insurance: inPlace(
        'Is there insurance that covers claims from AI outputs?',
        'The license caps nothing for the licensee and gives no recourse.',
      ),
      records: inPlace(
        'Are acceptance, use and decisions recorded?',
        'Whoever must prove compliance needs them.',
      ),
    },
    {
      question: 'Which controls are in place?',
      why: 'They lower what remains of a risk.',
    },
  ),
}
