import { text } from './leaf.ts'
import { ask, group } from './question.ts'

const contact = (question: string, why: string) =>
  ask(text(), {
    question,
    help: 'A role or a name, with an e-mail address or a telephone number.',
    why,
  })

/** Whom staff asks and tells. */
export const contacts = {
  contacts: group(
    {
      models: contact(
        'Who answers questions about the use of the models, and approves new uses?',
        'Rules without somebody to ask are not followed.',
      ),
      legal: contact(
        'Who decides for Legal on a breach of the license or its policy?',
        'Reports to Meta, and answers to it, go through one hand.',
      ),
      security: contact(
        'Who stops a system and secures the evidence?',
        'The first hour of an incident is theirs.',
      ),
      privacy: contact(
        'Who answers for data protection?',
        'What touches personal data is theirs to judge first.',
      ),
      communications: contact(
        'Who speaks to customers and the press?',
        'Statements to the outside come from one place.',
      ),
      decides: contact(
        'Who decides, in an incident, that a product is stopped?',
        'Without a name, nobody does it in time.',
      ),
    },
    {
      question: 'Whom does staff ask and tell?',
      why: 'They are named in the policy for staff and in the incident plan.',
    },
  ),
}
