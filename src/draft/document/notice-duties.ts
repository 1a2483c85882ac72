import type { Condition, Matter } from '../../matter/index.ts'
import { listOf } from '../template/helper/print.ts'

/** Something that makes a duty fall due, or leaves the text unclear on whether it does. */
export interface Ground {
  when: Condition
  /** Whether the clause leaves open that this is enough; the careful course is then to do it. */
  unclear?: true
  /** One sentence. */
  because: (matter: Matter) => string
}

/** A duty toward the outside that a license may impose. */
export interface NoticeDuty {
  topic: 'agreement-copy' | 'attribution-notice' | 'built-with-display' | 'model-naming'
  /** What is to be done. */
  title: string
  /** The matter's control that says whether it is. */
  control: 'agreement_copy' | 'notice_file' | 'built_with_display' | 'model_naming'
  grounds: Ground[]
  /** Why it is not due where no ground holds. */
  otherwise: string
}

const offered = { 'derived.offers_to_others': true }
const kept = { 'derived.distributes_weights': false }

const weightsGo: Ground['because'] = ({ weights_recipients: to = [] }) => {
  const recipients = to.filter((one) => one !== 'nobody')
  return `Weights go to ${listOf(recipients.map((one) => (one === 'public' ? 'the public' : one)))}.`
}
const callable = 'Customers can call the model directly, which may be making it available.'

/** Copies in another company’s data center, where none go out otherwise. */
const inTheCloud = (act: string): Ground => ({
  unclear: true,
  when: { 'matter.deployment': 'own-cloud', ...kept },
  because: () => `Whether weights on a cloud provider’s machines are ${act} is not said.`,
})

/** The duties in the order in which a release meets them, each with what makes it fall due. */
export const noticeDuties: NoticeDuty[] = [
  {
    topic: 'agreement-copy',
    title: 'Copy of the agreement',
    control: 'agreement_copy',
    grounds: [
      { when: { 'derived.distributes_weights': true }, because: weightsGo },
      {
        unclear: true,
        when: {
          'terms.agreement-copy.acts': 'make-available',
          'derived.model_available': true,
          ...kept,
        },
        because: () => callable,
      },
      {
        unclear: true,
        when: {
          'terms.agreement-copy.product_trigger': { $in: ['uses', 'contains'] },
          'derived.model_available': false,
          ...offered,
        },
        because: () =>
          'A product is offered to others, but none of the materials that the copy goes with; a link from its terms settles it.',
      },
      {
        ...inTheCloud('made available'),
        when: { ...inTheCloud('').when, 'derived.offers_to_others': false },
      },
    ],
    otherwise: 'Nothing of the model reaches anyone else.',
  },
  {
    topic: 'attribution-notice',
    title: 'Attribution notice',
    control: 'notice_file',
    grounds: [
      { when: { 'derived.distributes_weights': true }, because: weightsGo },
      inTheCloud('distributed'),
    ],
    otherwise: 'No copies are distributed.',
  },
  {
    topic: 'built-with-display',
    title: '“Built with” display',
    control: 'built_with_display',
    grounds: [
      { when: { 'derived.distributes_weights': true }, because: weightsGo },
      {
        when: { 'terms.built-with-display.product_trigger': 'uses', ...offered },
        because: () => 'A product or service that uses the model is offered to others.',
      },
      {
        unclear: true,
        when: { 'terms.built-with-display.product_trigger': 'contains', ...kept, ...offered },
        because: ({ access }) =>
          access === 'model-access'
            ? callable
            : 'A product is offered to others; whether one that hands out outputs alone contains the model is not said.',
      },
      {
        unclear: true,
        when: {
          'terms.built-with-display.objects': 'other-ai-model',
          'derived.trains_distributed_models': true,
        },
        because: () =>
          'Outputs train a model that is distributed; whether it then uses or contains the materials is not said.',
      },
    ],
    otherwise: 'Neither the model nor a product that runs on it is distributed or made available.',
  },
  {
    topic: 'model-naming',
    title: 'Name of derived models',
    control: 'model_naming',
    grounds: [
      {
        when: {
          'terms.model-naming.inputs': 'materials',
          'matter.fine_tuning.done': true,
          'derived.distributes_weights': true,
        },
        because: () => 'A fine-tuned model is made, and weights leave the company.',
      },
      {
        unclear: true,
        when: {
          'terms.model-naming.inputs': 'materials',
          'matter.fine_tuning.done': true,
          ...kept,
          ...offered,
        },
        because: () =>
          'A fine-tuned model stands behind what is offered; whether it is thereby made available is not said.',
      },
      {
        when: { 'terms.model-naming.inputs': 'outputs', 'derived.trains_distributed_models': true },
        because: () => 'Outputs train a model that is distributed or made available.',
      },
    ],
    otherwise: 'No model made with the materials or their outputs is distributed or made available.',
  },
]
