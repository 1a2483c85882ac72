import { z } from 'zod'
import { choice, countOrUnknown, date, shown, text, texts, wholeNumber, yesNo } from './leaf.ts'
import { ask, group, listOf } from './question.ts'

const users = ask(wholeNumber(), {
  question: 'How many monthly active users does the product have?',
  unit: 'users in one calendar month',
  why: 'The threshold is a number of monthly active users.',
})

const productSchema = z.strictObject({
  users,
  company: ask(text('a name'), {
    question: 'Which company of the group makes the product available?',
    why: 'Products of affiliates count like the client’s own.',
  }),
  uses_llama: ask(yesNo(), {
    question: 'Does the product use a Llama model?',
    why: 'The text counts every product; a side letter may limit the count to those that do.',
  }),
  months: ask(
    {
      schema: z.record(
        z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2024-06'),
        countOrUnknown,
      ),
      kind: 'map',
    },
    {
      question: 'How many monthly active users did it have in the months that count?',
      help: 'By month, such as 2024-06: 410000. The month that counts is the one before the date of the license.',
      unit: 'users in that calendar month',
      why: 'The threshold is judged on one calendar month for each version.',
    },
  ),
  at_most: ask(wholeNumber(), {
    question: 'How many monthly active users has it at most, in any month that counts?',
    unit: 'users in one calendar month',
    why: 'A bound far below the threshold is enough.',
  }),
  shared_with: ask(texts(), {
    question: 'With which other products of the list does it share users?',
    why: 'The text does not say whether one person who uses two products counts twice.',
  }),
})

const products = z.record(
  z.string(),
  z.union([countOrUnknown, productSchema], {
    error: ({ input }) => `expected a whole number, got ${shown(input)}`,
  }),
  { error: ({ input }) => `expected the name of each product with its number of users, got ${shown(input)}` },
)

/** How many people the group reaches, and what will change it. */
export const reach = {
  reach: group(
    {
      monthly_active_users: ask(
        {
          schema: products,
          kind: 'map',
        },
        {
          question: 'How many monthly active users has each product of the group?',
          help: 'Every product and service of the client and its affiliates, with or without Llama. {} says that there is none.',
          unit: 'users in one calendar month, by product',
          why: 'Above 700 million in the month before a version’s date there is no right to use it without a separate license.',
        },
      ),
      at_most: ask(wholeNumber(), {
        question: 'How many monthly active users has the whole group at most, in any month that counts?',
        unit: 'users in one calendar month',
        help: 'An upper bound, such as the inhabitants of the country that it serves. It decides where it is not above the threshold.',
        why: 'A bound far below the threshold is enough.',
      }),
      planned_users: ask(wholeNumber(), {
        question: 'How many monthly active users are planned for the next two years?',
        unit: 'users in one calendar month, all products together',
        why: 'Growth after a version’s date does not cross its threshold, but the next version counts anew.',
      }),
      acquisitions: listOf(
        {
          name: ask(text('a name'), {
            question: 'Which company is bought, or buys?',
            why: 'It becomes an affiliate.',
          }),
          date: ask(date(), {
            question: 'On which day does the acquisition close, or did it?',
            unit: 'date, YYYY-MM-DD',
            why: 'Who is an affiliate on the version’s date decides whose users count.',
          }),
          role: ask(choice(['acquirer', 'target']), {
            question: 'Is the client the acquirer or the target?',
            why: 'A target may join a group that has no rights under the license.',
          }),
          users: ask(wholeNumber(), {
            question: 'How many monthly active users does that other company have?',
            help: 'With its whole group, in the month before the date of the version, as far as known.',
            unit: 'users in one calendar month',
            why: 'They may be counted together with the client’s.',
          }),
          closed: ask(yesNo(), {
            question: 'Has the acquisition closed?',
            why: 'Before closing the other company is no affiliate.',
          }),
        },
        {
          question: 'Which acquisitions are planned or recent?',
          help: 'An empty list says that there is none.',
          why: 'A deal can bring in users, or a group, above the threshold.',
        },
      ),
      affiliates_complete: ask(yesNo(), {
        question: 'Do the products listed cover all affiliates?',
        help: 'Parent, sister and daughter companies, since the license does not define the word.',
        why: 'Without all affiliates the count is too low.',
      }),
    },
    {
      question: 'How many people does the group reach?',
      why: 'The license has a threshold of monthly users.',
    },
  ),
}
