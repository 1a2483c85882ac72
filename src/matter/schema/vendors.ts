import { coveredSubjects } from '../../library/covered-subjects.ts'
import { ownVendorKinds } from '../../library/own-vendor-kinds.ts'
import { choice, choices, date, longText, text, texts, yesNo, yesNoWord } from './leaf.ts'
import { signatory } from './parties.ts'
import { ask, group, listOf } from './question.ts'
import { vendorAnswers } from './vendor-answers.ts'

/** What a vendor may be: the kinds of the library, which the schema asks for before any library is loaded. */
const kinds = [...ownVendorKinds().vendorKinds.values()]

const vendorFacts = {
  name: ask(text('a name'), {
    said: 'name',
    question: 'What is the vendor’s full legal name?',
    why: 'The addendum names it.',
  }),
  product: ask(text('a name'), {
    said: 'name',
    question: 'Which product or service is it?',
    why: 'The addendum covers it and nothing else.',
  }),
  kind: ask(choice(kinds.map(({ id }) => id)), {
    question: 'What does the vendor do with the model?',
    help: kinds.map(({ id, means }) => `${id}: ${means}.`).join(' '),
    why: 'The clauses that an addendum needs depend on it.',
  }),
  licensed: ask(yesNoWord(), {
    question: 'Has the vendor confirmed that it holds the license for each model?',
    why: 'A vendor without rights cannot give any.',
  }),
  models: ask(texts(), {
    said: 'models',
    question: 'Which models does the product run on?',
    help: 'Names as in clauses/models.yaml.',
    picks: 'models',
    why: 'Each version is under a license of its own.',
  }),
  sees_prompts: ask(yesNo(), {
    question: 'Can the vendor see prompts and outputs?',
    why: 'Confidentiality and data protection depend on it.',
  }),
  trains_on_customer_data: ask(yesNo(), {
    question: 'Does the vendor train models on customers’ data?',
    why: 'It may give away confidential data.',
    law: ['model-improvement'],
  }),
  indemnifies: ask(yesNo(), {
    question: 'Does the vendor indemnify for breach of the license and for intellectual property claims?',
    law: ['warranty', 'liability', 'indemnity'],
  }),
  meta_grant: ask(choice(['granted', 'condition', 'none']), {
    question: 'Has Meta granted in writing what a license keeps back from a party to the addendum?',
    help: 'granted: it has. condition: the addendum is to wait for it. none, or left out: nothing of the kind.',
    why: 'It is the way out where a party has no right of its own in a model.',
    law: ['user-threshold', 'multimodal-european-union'],
  }),
  contract: group(
    {
      title: ask(text(), {
        question: 'What is the contract with the vendor called?',
        why: 'The addendum attaches to it.',
      }),
      date: ask(date(), {
        question: 'Of which date is the contract with the vendor?',
        unit: 'date, YYYY-MM-DD',
        why: 'The addendum attaches to it.',
      }),
    },
    {
      question: 'Which contract with the vendor is in force?',
      why: 'The addendum attaches to it.',
    },
  ),
}

/** Products of one vendor that one addendum covers. */
const products = (question: string, help: string) =>
  listOf(
    {
      product: ask(text('a name'), {
        question: 'Which product or service is it?',
        why: 'It gets a schedule of its own.',
      }),
      models: ask(texts(), {
        question: 'Which models does it run on?',
        help: 'Names as in clauses/models.yaml.',
        picks: 'models',
        why: 'Its schedule lists them.',
      }),
    },
    { question, help, why: 'One addendum may cover all products that a vendor supplies on the same terms.' },
  )

/** What an amendment asks of the addendum that was signed. */
const addendum = group(
  {
    date: ask(date(), {
      question: 'On which day was the addendum with the vendor signed?',
      unit: 'date, YYYY-MM-DD',
      why: 'The amendment names it.',
    }),
    moves_by: ask(date(), {
      question: 'By which day has the product moved to its new models at the latest?',
      unit: 'date, YYYY-MM-DD',
      why: 'The addendum changes when the product moves, which may be after the signature, and at the latest then.',
    }),
    models: ask(texts(), {
      said: 'models',
      question: 'On which models did the product run when the addendum was signed?',
      help: 'vendor.models has those of today.',
      picks: 'models',
      why: 'What changes follows from both.',
    }),
    products: products(
      'On which models did each product run when the addendum was signed, where it covers several?',
      'vendor.products has those of today.',
    ),
    other_words: ask(texts(), {
      question: 'Which of its clauses were signed in other words than the library’s?',
      help: 'Ids of flow-downs, such as incidents.',
      why: 'Their words are not known here, and a person writes what replaces them.',
    }),
    read_again: ask(texts(), {
      question: 'Which of its clauses rest on words of a license that have changed since?',
      help: 'Ids of flow-downs, as clausebook impact tells them.',
      why: 'What the new words mean, a lawyer says.',
    }),
    changed_text: ask(text(), {
      question: 'Which text of a license changed after the addendum was signed?',
      help: 'With its day or digest. Left out, none did.',
      why: 'The amendment names it.',
    }),
  },
  {
    question: 'Which addendum was signed with the vendor?',
    help: 'Only for an amendment of it.',
    why: 'An amendment says what it changes, by its numbers.',
  },
)

/** What an addendum prints of a vendor, and a questionnaire asks it. */
const ofAddendum = {
  address: ask(longText(), {
    said: 'address',
    question: 'What is the vendor’s address for notices?',
    why: 'Notices under the addendum go there.',
  }),
  signatory: signatory('the vendor'),
  form: ask(text(), {
    said: 'legal-form',
    question: 'What legal form has the vendor, and under which law?',
    why: 'The parties clause states it.',
  }),
  ...vendorAnswers,
  products: products(
    'Which products of the vendor does the addendum cover, where there are several?',
    'Each with its models, and a schedule of its own; what is said of the vendor goes for all. Left out: the one product that is named.',
  ),
}

/** The vendors; and, in older files, the one that an addendum is for. */
export const vendors = {
  vendors: listOf(
    { ...vendorFacts, ...ofAddendum },
    {
      question: 'Which vendors supply products that run on Llama, or work with the models for the client?',
      help: 'An empty list says: none.',
      why: 'Each link of the chain is asked for its rights.',
      law: ['sublicensing'],
    },
  ),
  vendor: group(
    {
      ...vendorFacts,
      ...ofAddendum,
    },
    {
      question: 'For which vendor is the addendum?',
      help: 'Where the client is the vendor (role: vendor): the one that sells its product on, an own-reseller.',
      why: 'The addendum is between it and the client.',
    },
  ),
  agreement: group(
    {
      title: ask(text(), {
        question: 'What is the master agreement called?',
        why: 'The addendum takes its definitions, and goes before it where they differ.',
      }),
      date: ask(date(), {
        question: 'Of which date is the master agreement?',
        unit: 'date, YYYY-MM-DD',
        why: 'The addendum names it.',
      }),
      covers: ask(choices(coveredSubjects), {
        question: 'What does the master agreement with the vendor have already?',
        help: 'An addendum is then of Llama terms, and leaves out the clauses on it. An empty list says: none of it.',
        why: 'Two clauses on one thing are one dispute.',
      }),
      addendum,
    },
    {
      question: 'To which master agreement does the addendum belong?',
      why: 'An addendum cannot stand alone.',
    },
  ),
}
