import { control, country, text, texts, wholeNumber, yesNo } from './leaf.ts'
import { ask } from './question.ts'

/** What the vendor is asked in the questionnaire, and an addendum may print. */
export const vendorAnswers = {
  principal_place_of_business: ask(country(), {
    question: 'In which country is the vendor’s principal place of business?',
    unit: 'ISO 3166-1 country code, two capital letters',
    law: ['multimodal-european-union'],
  }),
  maker: ask(text('a name'), {
    said: 'name',
    question: 'Where the vendor sells another’s product: who makes and runs it?',
    help: 'Its full legal name. What is asked of rights in the models is then asked of that maker.',
    why: 'The one that runs the model needs the license, whoever sells the product.',
  }),
  maker_place: ask(country(), {
    question:
      'Where the vendor sells another’s product: in which country is the principal place of business of its maker?',
    unit: 'ISO 3166-1 country code, two capital letters',
    law: ['multimodal-european-union'],
  }),
  above_threshold: ask(yesNo(), {
    question:
      'Did the products of the vendor and its affiliates have more monthly active users than the threshold of the license, in the month that counts?',
    help: 'Answer for the license of each model that the product runs on; yes where it is so for one.',
    law: ['user-threshold'],
  }),
  weights_source: ask(text(), {
    said: 'source',
    question: 'From where did the vendor obtain the weights, and how were they checked?',
    why: 'A copy from elsewhere may be altered, or without a license.',
  }),
  infringement_claim: ask(yesNo(), {
    question:
      'Has the vendor, or an affiliate, claimed against anyone that a Llama model infringes its rights?',
    law: ['litigation-termination'],
  }),
  policy_in_terms: ask(control(), {
    question: 'Do the vendor’s own terms bind its users to the use policy?',
    help: 'yes, partly or no.',
    law: ['allowing-others'],
  }),
  moderation: ask(control(), {
    question: 'Does the vendor moderate inputs and outputs?',
    help: 'yes, partly or no.',
    why: 'The responsibility table says who moderates.',
  }),
  known_dangers: ask(control(), {
    question: 'Does the vendor document the known dangers and limits of the product for end users?',
    help: 'yes, partly or no.',
    law: ['known-dangers'],
  }),
  display_at: ask(text(), {
    said: 'display',
    question: 'Where does the product show the display line of the license?',
    help: 'An address or a screen; none where it is not shown.',
    law: ['built-with-display'],
  }),
  retention_days: ask(wholeNumber(), {
    question: 'For how many days are prompts and outputs kept?',
    unit: 'days',
    why: 'What is kept can be lost, read or demanded.',
  }),
  data_location: ask(text(), {
    said: 'places',
    question: 'In which countries are the client’s data stored and processed, also for support?',
    help: 'For example: the United States and Canada.',
    why: 'An addendum prints it, and goes by it.',
  }),
  subcontractors: ask(texts(), {
    said: 'contractors',
    question: 'Which subcontractors run the model, hold weights or see the client’s data?',
    help: 'Name, place and task of each. An empty list says: none.',
    why: 'The one who really runs the model is often two contracts away.',
  }),
  certifications: ask(texts(), {
    said: 'reports',
    question: 'Which reports of independent assessors are current?',
    help: 'For example: SOC 2 Type II, ISO/IEC 27001. An empty list says: none.',
    why: 'A report spares an audit.',
  }),
  insurance: ask(text(), {
    said: 'insurance',
    question: 'Which insurance covers claims from the product’s outputs, and up to what sum?',
    help: 'none where there is none, or artificial intelligence is excluded.',
    why: 'An indemnity is worth what stands behind it.',
  }),
  contact: ask(text(), {
    said: 'contact',
    question: 'Who receives notices for the vendor?',
    help: 'A role or a name, with an e-mail address.',
    why: 'The schedule of contacts names them.',
  }),
  incident_contact: ask(text(), {
    said: 'contact',
    question: 'Who is reached at any hour when there is an incident?',
    help: 'A role, with an e-mail address and a telephone number.',
    why: 'In an incident, hours count.',
    law: ['termination'],
  }),
}
