import { choice, date, text, texts, yesNo } from './leaf.ts'
import { ask, group, listOf } from './question.ts'

/** What the client says of the models, and whom it sues. */
export const conduct = {
  branding: group(
    {
      uses_meta_marks: ask(yesNo(), {
        question: 'Are names or logos of Meta used in product names or marketing?',
        why: 'The license gives no right to them beyond what describing and redistributing needs.',
      }),
      open_source_claim: ask(yesNo(), {
        question: 'Is the model or product called “open source” anywhere?',
        why: 'The license limits uses and users, so the claim can mislead customers.',
      }),
      product_names: ask(texts(), {
        question: 'Under which names are products and models offered?',
        why: 'Display and naming duties attach to them.',
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
        why: 'A claim that touches the models ends the license.',
      }),
      over_llama_ip: ask(yesNo(), {
        question:
          'Does the client claim against anyone that a Llama model or its outputs infringe its rights?',
        why: 'From Llama 2 on, that claim ends the licenses granted.',
      }),
      suits: listOf(
        {
          by: ask(choice(['client', 'affiliate', 'other']), {
            question: 'Who sues or claims?',
            help: 'affiliate: parent, sister or daughter. other: somebody outside the group.',
            why: 'The clause speaks of the licensee alone.',
          }),
          name: ask(text('a name'), {
            question: 'What is the plaintiff called?',
            why: 'The memo names it.',
          }),
          claim: ask(choice(['models-infringe', 'training-infringes', 'other']), {
            question:
              'Is it said that the models or their outputs infringe rights, that their training did, or something else?',
            help: 'other: contract, competition, an invention that has nothing to do with the models.',
            why: 'Only a claim that the materials or outputs infringe ends the license.',
          }),
          licenses: ask(texts(), {
            question: 'Which versions is it about?',
            help: 'Ids of licenses, such as llama-3.1. Left out, it is about all.',
            why: 'Each license ends over its own models.',
          }),
          filed: ask(date(), {
            question: 'On which day was it filed?',
            unit: 'date, YYYY-MM-DD',
            help: 'Left out, it is not filed yet.',
            why: 'The license ends on that day.',
          }),
        },
        {
          question: 'Which lawsuits or claims, counterclaims included, touch Meta or a Llama model?',
          help: 'An empty list says: none.',
          why: 'Some end the license on the day that they are filed.',
        },
      ),
      planned: ask(yesNo(), {
        question: 'Is a lawsuit against Meta, or a claim that a Llama model infringes rights, planned?',
        why: 'The model should be replaced before it is filed.',
      }),
    },
    {
      question: 'Which lawsuits are pending or planned?',
      why: 'Some lawsuits end the license on the day that they are filed.',
    },
  ),
}
