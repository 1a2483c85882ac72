import { choice, longText, text, texts } from './leaf.ts'
import { ask, listOf } from './question.ts'

/** Clauses of this deal alone. */
export const clauses = {
  clauses: listOf(
    {
      id: ask(text('a short name'), {
        question: 'What is the clause called in references?',
        help: 'Small letters, digits and hyphens, such as export-review: another clause refers to it as :ref[export-review].',
        why: 'A clause is numbered where it stands, and references follow it.',
      }),
      title: ask(text(), {
        question: 'What is its heading?',
        why: 'It is printed over the clause.',
      }),
      paper: ask(choice(['addendum', 'letter', 'license']), {
        question: 'In which paper does it stand?',
        help: 'addendum: the vendor’s; letter: a paragraph of the side letter; license: a new section of the license, in letter and redline.',
        why: 'Each paper has its own other side.',
      }),
      text: ask(longText(), {
        question: 'What does it say?',
        help: 'Plain words, a blank line between paragraphs; :ref[ID] refers to a clause, and “:term[Word]” defines a term.',
        why: 'It is printed as it stands.',
      }),
      after: ask(text(), {
        question: 'Behind which clause or section does it stand?',
        help: 'Of an addendum the id of a clause, such as security; of a license the section, such as "5.c". Left out: behind the others.',
        why: 'A clause is looked for beside those on the same matter.',
      }),
      licenses: ask(texts(), {
        question: 'Into which licenses does it go?',
        help: 'Ids, such as llama-3.1. Left out: all that the matter uses.',
        picks: 'licenses',
        why: 'Licenses are numbered differently.',
      }),
      why: ask(longText(), {
        question: 'Why is it asked for?',
        help: 'The other side reads it beside a redline.',
        why: 'A clause without a reason is struck out.',
      }),
    },
    {
      question: 'Which clauses does this deal have of its own?',
      help: 'Left out: none beside those of the library and the house.',
      why: 'Not every deal fits the library.',
    },
  ),
}
