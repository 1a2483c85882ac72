import { choice, country, date, longText, text, yesNo } from './leaf.ts'
import { ask, group, listOf } from './question.ts'

/** Who signs for a party. */
export const signatory = (whose: string) =>
  group(
    {
      name: ask(text('a name'), {
        question: `Who signs for ${whose}?`,
        why: 'The signature block names the person.',
      }),
      title: ask(text(), {
        question: `What is the title of the person who signs for ${whose}?`,
        why: 'The title shows authority to bind the company.',
      }),
    },
    {
      question: `Who signs for ${whose}, and as what?`,
      why: 'A document without a named signatory comes back.',
    },
  )

/** Those who sign beside that person, where a party signs by two or more. */
export const coSignatories = (whose: string) =>
  listOf(
    {
      name: ask(text('a name'), {
        question: `Who signs for ${whose} as well?`,
        why: 'The signature block names each person.',
      }),
      title: ask(text(), {
        question: 'What is the title of that person?',
        why: 'The title shows authority to bind the company.',
      }),
    },
    {
      question: `Who signs for ${whose} beside that person, where it signs by two or more?`,
      help: 'Left out, or an empty list: one signs alone.',
      why: 'A company that signs by two is not bound by one.',
    },
  )

/** What a licensee may be. */
const licenseeKinds = ['company', 'public-body', 'association', 'individual'] as const

/** The client, its place and its group. */
export const parties = {
  role: ask(choice(['customer', 'vendor']), {
    question: 'Is the client the customer or the vendor in this matter?',
    help: 'customer: it uses the models, or buys a product that runs on them. vendor: it supplies such a product.',
    why: 'An addendum reads the other way round for a vendor.',
  }),
  client: group(
    {
      name: ask(text('a name'), {
        question: 'What is the full legal name of the client?',
        help: 'As in the commercial register, with its legal form.',
        why: 'Documents name it exactly.',
        law: ['licensee-defined', 'acceptance'],
      }),
      short_name: ask(text('a name'), {
        question: 'What is the client called in the documents?',
        help: 'One word or two, for example ACME.',
        why: 'Documents use it after the first mention.',
      }),
      form: ask(text(), {
        question: 'What legal form has the client, and under which law?',
        help: 'For example: a Delaware corporation.',
        why: 'The parties clause states it.',
      }),
      address: ask(longText(), {
        question: "What is the client's address for notices?",
        why: 'Notices under a side letter or an addendum go there.',
      }),
      contact: ask(text(), {
        question: 'Who receives notices for the client?',
        help: 'A role or a name, with an e-mail address.',
        why: 'The schedule of contacts of an addendum names them.',
      }),
      incident_contact: ask(text(), {
        question: 'Who is told of an incident at the client?',
        help: 'A role, with an e-mail address and a telephone number.',
        why: 'The schedule of contacts of an addendum names them.',
      }),
      principal_place_of_business: ask(country(), {
        question: "In which country is the client's principal place of business?",
        unit: 'ISO 3166-1 country code, two capital letters',
        law: ['contracting-entity', 'multimodal-european-union'],
      }),
      place_since: ask(date(), {
        question: 'Since when is it there?',
        unit: 'date, YYYY-MM-DD',
        help: 'Only where it moved while a model was used. Left out, it always was.',
        law: ['contracting-entity', 'multimodal-european-union'],
      }),
      place_before: ask(country(), {
        question: 'In which country was it before?',
        unit: 'ISO 3166-1 country code, two capital letters',
        law: ['contracting-entity', 'multimodal-european-union'],
      }),
      kind: ask(choice(licenseeKinds), {
        question: 'Is the client a company, a public body, an association or foundation, or an individual?',
        help: 'A company that the state owns, or that seeks no profit, is a company. Of an individual the place of business is where he or she lives.',
        law: ['licensee-defined', 'multimodal-european-union'],
      }),
      domicile: ask(country(), {
        question: 'In which country is the individual domiciled?',
        unit: 'ISO 3166-1 country code, two capital letters',
        help: 'Only where it is another than the one where he or she lives.',
        law: ['multimodal-european-union'],
      }),
      of_age: ask(yesNo(), {
        question: 'Is the individual old enough to consent to a contract where he or she lives?',
        help: 'Asked of an individual alone; left out, it is taken for granted.',
        law: ['licensee-defined'],
      }),
      founded: ask(date(), {
        question: 'When was the client founded?',
        unit: 'date, YYYY-MM-DD',
        help: 'Only where it is younger than a model that it uses.',
        law: ['user-threshold'],
      }),
      public_body: ask(yesNo(), {
        question: 'Is the client a public body?',
        help: 'The same as kind: public-body.',
        why: 'What it can sign, its own law decides.',
        law: ['indemnity', 'governing-law', 'courts'],
      }),
      sector: ask(text(), {
        question: 'In which sector does the client work?',
        why: 'A trade has rules of its own beside the license.',
      }),
      signatory: signatory('the client'),
      co_signatories: coSignatories('the client'),
      affiliates: listOf(
        {
          name: ask(text('a name'), {
            question: "What is the affiliate's legal name?",
            law: ['user-threshold', 'licensee-defined'],
          }),
          country: ask(country(), {
            question: "In which country is the affiliate's principal place of business?",
            unit: 'ISO 3166-1 country code, two capital letters',
            law: ['multimodal-european-union'],
          }),
          since: ask(date(), {
            question: 'Since when does it belong to the group?',
            unit: 'date, YYYY-MM-DD',
            help: 'Left out, it always did.',
            law: ['user-threshold'],
          }),
          until: ask(date(), {
            question: 'Until when did it belong to the group?',
            unit: 'date, YYYY-MM-DD',
            help: 'Left out, it still does.',
            law: ['user-threshold'],
          }),
          tie: ask(choice(['control', 'joint', 'minority']), {
            question:
              'How is it tied to the client: by control, by joint control with others, or by a minority?',
            help: 'Either way round. Left out, it is taken for control.',
            law: ['user-threshold'],
          }),
          uses_models: ask(yesNo(), {
            question: 'Does the affiliate itself use the models?',
            law: ['licensee-defined', 'sublicensing'],
          }),
        },
        {
          question: 'Which affiliates does the client have?',
          help: 'An empty list says that it has none. Parent, sister and daughter companies all belong here.',
          law: ['user-threshold', 'licensee-defined'],
        },
      ),
      licensees: listOf(
        {
          name: ask(text('a name'), {
            question: 'Who is it?',
            help: 'As a use names it under company.',
            law: ['licensee-defined'],
          }),
          kind: ask(choice(licenseeKinds), {
            question: 'Is it a company, a public body, an association or an individual?',
            law: ['licensee-defined', 'multimodal-european-union'],
          }),
          country: ask(country(), {
            question: 'In which country is its principal place of business, or is the individual domiciled?',
            unit: 'ISO 3166-1 country code, two capital letters',
            law: ['contracting-entity', 'multimodal-european-union'],
          }),
          of_age: ask(yesNo(), {
            question: 'Is the individual old enough to consent to a contract?',
            help: 'Left out, it is taken for granted.',
            law: ['licensee-defined'],
          }),
        },
        {
          question: 'Who runs one of the uses on its own account, and is no affiliate?',
          help: 'A member of staff with a model of her own, a partner. Left out, nobody does.',
          law: ['licensee-defined'],
        },
      ),
    },
    {
      question: 'Who is the client?',
      why: 'Every document names it.',
    },
  ),
}
