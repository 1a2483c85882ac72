import { choice, date, text, texts, yesNo } from './leaf.ts'
import { ask, group, listOf } from './question.ts'

/** What the client says of the models, and whom it sues. */
export const conduct = {
  branding: group(
    {
      uses_meta_marks: ask(yesNo(), {
        question: 'Are names or logos of Meta used in product names or marketing?',
        law: ['trademarks'],
      }),
      open_source_claim: ask(yesNo(), {
        question: 'Is the model or product called “open source” anywhere?',
        why: 'What is said of the model outside has to be true of it.',
        law: ['user-threshold', 'acceptable-use'],
      }),
      product_names: ask(texts(), {
        question: 'Under which names are products and models offered?',
        law: ['trademarks', 'model-naming'],
      }),
    },
    {
      question: 'How are the models spoken of?',
      why: 'Names and claims are what others can see.',
    },
  ),
  litigation: group(
    {
      against_meta: ask(yesNo(), {
        question: 'Is the client in a lawsuit against Meta?',
        law: ['litigation-termination'],
      }),
      over_llama_ip: ask(yesNo(), {
        question:
          'Does the client claim against anyone that a Llama model or its outputs infringe its rights?',
        law: ['litigation-termination'],
      }),
      suits: listOf(
        {
          by: ask(choice(['client', 'affiliate', 'other']), {
            question: 'Who sues or claims?',
            help: 'affiliate: parent, sister or daughter. other: somebody outside the group.',
            law: ['litigation-termination'],
          }),
          name: ask(text('a name'), {
            question: 'What is the plaintiff called?',
            why: 'The memo names it.',
          }),
          claim: ask(choice(['models-infringe', 'training-infringes', 'other']), {
            question:
              'Is it said that the models or their outputs infringe rights, that their training did, or something else?',
            help: 'other: contract, competition, an invention that has nothing to do with the models.',
            law: ['litigation-termination'],
          }),
          licenses: ask(texts(), {
            question: 'Which versions is it about?',
            help: 'Ids of licenses, such as llama-3.1. Left out, it is about all.',
            picks: 'licenses',
            why: 'Each license is judged by itself.',
            law: ['litigation-termination'],
          }),
          filed: ask(date(), {
            question: 'On which day was it filed?',
            unit: 'date, YYYY-MM-DD',
            help: 'Left out, it is not filed yet.',
            law: ['litigation-termination'],
          }),
        },
        {
          question: 'Which lawsuits or claims, counterclaims included, touch Meta or a Llama model?',
          help: 'An empty list says: none.',
          law: ['litigation-termination'],
        },
      ),
      planned: ask(yesNo(), {
        question: 'Is a lawsuit against Meta, or a claim that a Llama model infringes rights, planned?',
        why: 'Before it is filed there is still time to act.',
        law: ['litigation-termination'],
      }),
    },
    {
      question: 'Which lawsuits are pending or planned?',
      law: ['litigation-termination'],
    },
  ),
}
