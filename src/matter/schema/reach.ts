import { z } from 'zod'
import { choice, countOrUnknown, date, shown, text, texts, wholeNumber, yesNo } from './leaf.ts'
import { ask, group, listOf } from './question.ts'

const users = ask(wholeNumber(), {
  question: 'How many monthly active users does the product have?',
  unit: 'users in one calendar month',
  law: ['user-threshold'],
})

const productSchema = z.strictObject({
  users,
  company: ask(text('a name'), {
    question: 'Which company of the group makes the product available?',
    law: ['user-threshold'],
  }),
  uses_llama: ask(yesNo(), {
    question: 'Does the product use a Llama model?',
    why: 'A side letter may limit the count to those that do.',
    law: ['user-threshold'],
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
      help: 'By month, such as 2024-06: 410000.',
      unit: 'users in that calendar month',
      law: ['user-threshold'],
    },
  ),
  at_most: ask(wholeNumber(), {
    question: 'How many monthly active users has it at most, in any month that counts?',
    unit: 'users in one calendar month',
    why: 'A bound is often enough, and easier to know.',
    law: ['user-threshold'],
  }),
  shared_with: ask(texts(), {
    question: 'With which other products of the list does it share users?',
    why: 'One person may use two products.',
    law: ['user-threshold'],
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
          law: ['user-threshold'],
        },
      ),
      at_most: ask(wholeNumber(), {
        question: 'How many monthly active users has the whole group at most, in any month that counts?',
        insteadOf: 'reach.monthly_active_users',
        unit: 'users in one calendar month',
        help: 'An upper bound, such as the inhabitants of the country that it serves.',
        why: 'A bound is often enough, and easier to know.',
        law: ['user-threshold'],
      }),
      planned_users: ask(wholeNumber(), {
        question: 'How many monthly active users are planned for the next two years?',
        unit: 'users in one calendar month, all products together',
        law: ['user-threshold'],
      }),
      acquisitions: listOf(
        {
          name: ask(text('a name'), {
            question: 'Which company is bought, or buys?',
            why: 'The memo names it.',
          }),
          date: ask(date(), {
            question: 'On which day does the acquisition close, or did it?',
            unit: 'date, YYYY-MM-DD',
            law: ['user-threshold'],
          }),
          role: ask(choice(['acquirer', 'target']), {
            question: 'Is the client the acquirer or the target?',
            law: ['user-threshold'],
          }),
          users: ask(wholeNumber(), {
            question: 'How many monthly active users does that other company have?',
            help: 'With its whole group, in the month that counts, as far as known.',
            unit: 'users in one calendar month',
            law: ['user-threshold'],
          }),
          closed: ask(yesNo(), {
            question: 'Has the acquisition closed?',
            why: 'Until it closes, the two are apart.',
            law: ['user-threshold'],
          }),
        },
        {
          question: 'Which acquisitions are planned or recent?',
          help: 'An empty list says that there is none.',
          why: 'A deal changes whose users are counted.',
          law: ['user-threshold', 'assignment'],
        },
      ),
      affiliates_complete: ask(yesNo(), {
        question: 'Do the products listed cover all affiliates?',
        help: 'Parent, sister and daughter companies.',
        why: 'Without all of them the count is too low.',
        law: ['user-threshold'],
      }),
    },
    {
      question: 'How many people does the group reach?',
      law: ['user-threshold'],
    },
  ),
}
