import type { Library } from '../../library/index.ts'
import { fieldOf } from '../../matter/index.ts'
import { countryNames } from '../../matter/written.ts'
import type { AssessQuestion, Control, Option } from './types.ts'
import { countedBy, userSteps } from './users.ts'

/** The word that says: none of them. It is an answer, unlike nothing. */
export const none = 'none'

/**
 * The eight questions of the page, made once a library: its models, the facts of a matter and the options of these
 * facts. They hold no law: what an answer comes to, the assessment says.
 */
export function assessQuestions(library: Library): AssessQuestion[] {
  const questions = known.get(library) ?? made(library)
  known.set(library, questions)
  return questions
}

const known = new WeakMap<Library, AssessQuestion[]>()

function made(library: Library): AssessQuestion[] {
  return [
    {
      title: 'Who are you, and where?',
      controls: [
        one('who', 'You are', 'client.kind', {
          company: 'a company',
          'public-body': 'a public body',
          association: 'an association or foundation',
          individual: 'an individual',
        }),
        {
          name: 'where',
          label: 'Principal place of business, or home',
          set: 'one',
          options: countryNames().map(([value, name]) => ({ value, name })),
          facts: ['client.principal_place_of_business'],
        },
        {
          ...one('suit', 'A suit of yours over the models', 'litigation.over_llama_ip', {
            no: 'none that says they infringe',
            yes: 'one that says they infringe',
          }),
          facts: ['litigation.over_llama_ip', 'litigation'],
        },
      ],
    },
    {
      title: 'Which models?',
      controls: [
        models(library, 'model', 'Models', ({ family }) => family === 'llama'),
        {
          ...models(library, 'with', 'Guards and others', ({ family }) => family !== 'llama'),
          folded: true,
        },
      ],
    },
    {
      title: 'For what, and who meets it?',
      controls: [
        several('audience', 'Who meets it', 'audience', {
          staff: 'staff',
          affiliates: 'affiliates',
          contractors: 'contractors',
          customers: 'customers',
          public: 'the public',
          resellers: 'resellers',
        }),
        one('research', 'Non-commercial research alone?', 'research', yesOrNo),
        several('weights', 'Who else gets weights', 'weights_recipients', {
          nobody: 'nobody',
          affiliates: 'affiliates',
          contractors: 'contractors',
          customers: 'customers',
          public: 'the public',
        }),
        {
          ...one('access', 'What they get', 'access', {
            content: 'finished outputs, such as letters',
            'output-only': 'a product or service on the model',
            'model-access': 'the model: weights or direct calls',
          }),
          onDemand: true,
        },
        {
          ...one('finished', 'Weights inside a finished product, out of reach?', 'finished_product', yesOrNo),
          onDemand: true,
        },
        {
          ...one(
            'theirs',
            'Do they use the weights for such research alone?',
            'recipients_research',
            yesOrNo,
          ),
          onDemand: true,
        },
      ],
    },
    {
      title: 'Where does it run?',
      controls: [
        one('runs', 'The model runs', 'deployment', {
          'on-premises': 'on your own machines',
          'own-cloud': 'in your account at a cloud',
          'third-party-service': 'as somebody else’s service',
        }),
      ],
    },
    {
      title: 'What is tuned or trained?',
      controls: [
        one('tuned', 'The model itself is fine-tuned', 'fine_tuning.done', yesOrNo),
        {
          name: 'trains',
          label: 'Its outputs train or improve',
          set: 'one',
          options: [
            { value: none, name: 'nothing' },
            ...worded('output_training.models.kind', {
              'large-language-model': 'a large language model',
              'language-model': 'a small or other language model',
              'other-model': 'a model of another kind',
            }),
          ],
          facts: ['output_training.done', 'output_training.models', 'output_training.models.kind'],
        },
        {
          ...one('base', 'That model is built on', 'output_training.models.base', {
            llama: 'the same version of Llama',
            other: 'something else, or another version',
          }),
          onDemand: true,
        },
        {
          ...one(
            'offered',
            'Distributed or made available to others?',
            'output_training.models.distributed',
            yesOrNo,
          ),
          onDemand: true,
        },
      ],
    },
    {
      title: 'How many users?',
      help: usersHelp(library),
      controls: [
        {
          name: 'users',
          label: 'Of the group, in the month that counts',
          set: 'one',
          options: userSteps(library),
          facts: ['reach.monthly_active_users', 'reach.at_most', 'reach.affiliates_complete', 'reach'],
        },
      ],
    },
    {
      title: 'Regulated, or near a line?',
      controls: [
        {
          ...several('field', 'Regulated fields', 'domains'),
          options: [{ value: none, name: 'none' }, ...worded('domains')],
        },
        {
          ...several('near', 'Lines of the use policy that it comes near', 'sensitive_uses.what'),
          options: [{ value: none, name: 'none of these' }, ...worded('sensitive_uses.what')],
          facts: ['sensitive_uses', 'sensitive_uses.what', 'near_policy_uses'],
          folded: true,
        },
        {
          ...one('how', 'How near does it come?', 'sensitive_uses.how', {
            does: 'it does what the line names',
            related: 'it serves those who do',
            apart: 'it is in that field, and stays apart',
          }),
          onDemand: true,
        },
      ],
    },
    {
      title: 'Inside a vendor’s product?',
      controls: [
        one('inside', 'You use', 'inside', {
          own: 'the model itself, no vendor between',
          'hosted-model': 'a model that a host runs',
          'vendor-product': 'a vendor’s finished product',
          'outputs-alone': 'outputs alone that others made',
          renters: 'nothing: others rent your machines',
        }),
      ],
    },
  ]
}

const yesOrNo = { no: 'no', yes: 'yes' }

function one(name: string, label: string, fact: string, words: Record<string, string>): Control {
  return { name, label, set: 'one', options: worded(fact, words), facts: [fact] }
}

function several(name: string, label: string, fact: string, words?: Record<string, string>): Control {
  return { name, label, set: 'several', options: worded(fact, words), facts: [fact] }
}

/**
 * The options of a fact, in the words given or its own.
 *
 * @throws Error where the words are not those of the fact: the schema of a matter has changed
 */
function worded(fact: string, words?: Record<string, string>): Option[] {
  const field = fieldOf(fact)
  if (field === undefined) throw new Error(`a matter has no fact ${fact}`)
  const own = field.kind === 'yes-no' ? ['yes', 'no'] : [...(field.options ?? [])]
  if (words === undefined) return own.map((value) => ({ value, name: value.replaceAll('-', ' ') }))
  const strange = Object.keys(words).find((value) => !own.includes(value))
  if (strange !== undefined) throw new Error(`${fact} cannot be ${strange}`)
  return Object.entries(words).map(([value, name]) => ({ value, name }))
}

function models(
  library: Library,
  name: string,
  label: string,
  which: (model: Library['models'][number]) => boolean,
): Control {
  const options = library.models
    .filter(which)
    .map((model) => ({ value: wordOf(model.name), name: model.name }))
  return { name, label, set: 'several', options, facts: ['models', 'models.model', 'models.inputs'] }
}

/** The name of a model as a word of an address: `llama-3.2-vision`. */
export function wordOf(model: string): string {
  return model.toLowerCase().replaceAll(' ', '-')
}

/** The months that count, as far as the licenses have one. */
function usersHelp(library: Library): string {
  const months = countedBy(library).map(
    ({ license, month }) => `${library.licenses.get(license)!.name}: ${monthWords(month)}`,
  )
  return `All its products, with Llama or without. ${months.join(', ')}.`
}

/** `June 2024` for `2024-06`. */
function monthWords(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`)
  return date.toLocaleDateString('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' })
}
