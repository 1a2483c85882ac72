import { choice, choices, text } from './leaf.ts'
import { ask } from './question.ts'

/** Who meets the model, where it runs, and who gets its weights. */
export const use = {
  exposure: ask(choice(['internal', 'pilot', 'product', 'public', 'resale']), {
    question: 'Who meets what the models do?',
    help: 'internal: staff alone. pilot: a few customers on trial. product: paying customers. public: anyone. resale: others sell it on, or under their own name.',
    law: ['built-with-display', 'agreement-copy', 'allowing-others'],
  }),
  deployment: ask(choices(['on-premises', 'own-cloud', 'third-party-service']), {
    question: 'Where do the models run?',
    help: 'own-cloud: in the client’s account with a cloud provider. third-party-service: somebody else runs them and the client calls them.',
    why: 'It decides who holds copies of the weights.',
    law: ['licensee-defined'],
  }),
  cloud_provider: ask(text('a name'), {
    question: 'Which cloud provider is it?',
    why: 'Its terms apply beside the license.',
  }),
  service_provider: ask(text('a name'), {
    question: 'Whose service is it?',
    why: 'Its contract is read for the rights that it gives.',
    law: ['sublicensing'],
  }),
  access: ask(choice(['content', 'output-only', 'model-access']), {
    question: 'Do customers get outputs only, or the model itself?',
    help: 'content: finished outputs alone, such as articles or letters; they deal with no model. output-only: a product or service that runs on the model. model-access: they receive weights, or can call the model directly.',
    law: ['built-with-display', 'agreement-copy'],
  }),
  weights_recipients: ask(choices(['nobody', 'affiliates', 'contractors', 'customers', 'public'], 'nobody'), {
    question: 'Who outside the client’s own company receives weights, fine-tuned ones included?',
    law: ['agreement-copy', 'attribution-notice', 'built-with-display'],
  }),
}
