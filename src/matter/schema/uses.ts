import { choice, choices, dayOrMonth, text, texts, yesNo } from './leaf.ts'
import { modelFacts, performed } from './models.ts'
import { ask, listOf } from './question.ts'
import { sensitive, sensitiveThings } from './sensitive.ts'
import { training } from './training.ts'
import { use } from './use.ts'

/** What is asked of one use; in a matter of one use these facts may stand at the top. */
export const useFacts = {
  purpose: ask(text(), {
    question: 'What is it for?',
    why: 'A risk is judged on the use and not on the model alone.',
  }),
  company: ask(text('a name'), {
    question: 'Which company runs it?',
    help: 'As named among the affiliates, acquisitions or other licensees; left out, it is the client.',
    why: 'Its place and its users are looked at.',
    law: ['licensee-defined'],
  }),
  audience: ask(choices(['staff', 'affiliates', 'contractors', 'customers', 'public', 'resellers']), {
    question: 'Who meets it?',
    insteadOf: 'exposure',
    help: 'staff: of the company that runs it. affiliates: staff of other companies of the group. contractors: who work in the company’s own systems. Of readers who only get finished outputs say so under access.',
    law: ['agreement-copy', 'built-with-display', 'allowing-others'],
  }),
  inside: ask(choice(['own', 'hosted-model', 'vendor-product', 'outputs-alone', 'renters']), {
    question: 'Does the client run the model, call it at a host, or use a vendor’s finished product?',
    help: 'own: the weights run where the client controls them. hosted-model: the client builds on a model that somebody else runs. vendor-product: the model is inside a finished product, and the client cannot reach it. outputs-alone: the client never had the model, and has outputs that others made. renters: others load and run it on machines that the client lets, without the model.',
    law: ['grant', 'integrated-end-user-product'],
  }),
  vendor: ask(text('a name'), {
    question: 'Whose service or product is it part of?',
    help: 'As named among the vendors.',
    why: 'Its contract is read for the rights that it gives.',
    law: ['sublicensing'],
  }),
  since: ask(dayOrMonth(), {
    question: 'Since when is it used?',
    unit: 'date or month, YYYY-MM-DD or YYYY-MM',
    why: 'It dates what was not allowed, or not done.',
  }),
  until: ask(dayOrMonth(), {
    question: 'Until when was it used?',
    unit: 'date or month, YYYY-MM-DD or YYYY-MM',
    help: 'Left out, it still is.',
    why: 'What is over is judged as it was then.',
  }),
  research: ask(yesNo(), {
    question: 'Is it non-commercial research and nothing else?',
    law: ['grant', 'commercial-use'],
  }),
  recipients_research: ask(yesNo(), {
    question: 'Do those who receive weights use them for non-commercial research alone?',
    help: 'Asked where the license is for research: a partner of the project, another university.',
    law: ['grant', 'commercial-use'],
  }),
  finished_product: ask(yesNo(), {
    question: 'Do those who receive weights get them inside a finished product, out of their reach?',
    law: ['integrated-end-user-product'],
  }),
  sensitive_uses: listOf(
    {
      what: ask(choice(sensitiveThings), {
        question: 'Which line of the use policy does it come near?',
        law: ['acceptable-use', 'termination'],
      }),
      how: ask(choice(['does', 'related', 'apart']), {
        question: 'Does it do what the line names, serve those who do, or stay apart from it?',
        help: 'does: the use is what the policy names. related: people act on it in what the policy names. apart: it is in that field, and does not.',
        why: 'Each way is judged by itself.',
      }),
    },
    {
      question: 'Which lines of the use policy does it come near, and how near?',
      insteadOf: 'near_policy_uses',
      help: 'An empty list says: none. It takes the place of near_policy_uses.',
      law: ['acceptable-use', 'termination'],
    },
  ),
  performed,
}

const { near_policy_uses: near, domains, personal_data: personal, eu_users: euUsers } = sensitive

/** The uses of a matter, each with its own models. */
export const uses = {
  uses: listOf(
    {
      name: ask(text('a name'), {
        question: 'What is the use called?',
        why: 'Every finding, duty and path says for which use it is.',
      }),
      models: listOf(modelFacts, {
        question: 'Which models does it use?',
        help: 'A list of names will do: [Llama 3.1 70B Instruct].',
        why: 'The licenses that apply follow from it.',
      }),
      status: ask(choice(['evaluated', 'in-use', 'planned', 'retired']), {
        question: 'Is it evaluated, in use, planned or retired?',
        why: 'What is planned has broken nothing yet.',
      }),
      product_names: ask(texts(), {
        question: 'Under which names are its products and models offered?',
        help: 'They take the place of those at the top of the file.',
        law: ['trademarks', 'model-naming'],
      }),
      ...useFacts,
      ...use,
      ...training,
      near_policy_uses: near,
      domains,
      personal_data: personal,
      eu_users: euUsers,
    },
    {
      question: 'For what are the models used?',
      help: 'One item for each use. Facts that hold for all of them may stand at the top of the file; in a matter of one use all may.',
      why: 'An answer is for one use under one license: notes for staff and a chatbot for the public get two.',
    },
  ),
}
