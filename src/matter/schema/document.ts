import { choice, date, text } from './leaf.ts'
import { ask, group } from './question.ts'

/** What stands on every document. */
export const document = {
  document: group(
    {
      author: ask(text('a name'), {
        question: 'Who writes the documents?',
        why: 'A memo has a From line, and tracked changes have an author.',
        documents: ['risk-memo', 'redline', 'side-letter'],
      }),
      to: ask(text('a name'), {
        question: 'To whom are they addressed?',
        why: 'A memo has a To line.',
        documents: ['risk-memo', 'issues-list'],
      }),
      date: ask(date(), {
        question: 'Which date do the documents bear?',
        unit: 'date, YYYY-MM-DD',
        help: 'The program never takes the date of the machine.',
        why: 'The same input gives the same document.',
        documents: ['risk-memo', 'side-letter', 'vendor-addendum', 'use-policy', 'incident-plan'],
      }),
      version: ask(text(), {
        question: 'Which version of the document is it?',
        help: 'In quotation marks where it is a number: "2".',
        why: 'It stands in the header.',
        documents: ['risk-memo', 'side-letter', 'vendor-addendum'],
      }),
      status: ask(text(), {
        question: 'What is the status of the document?',
        help: 'For example: Draft 1.',
        why: 'It stands in the header.',
        documents: ['risk-memo', 'side-letter', 'vendor-addendum'],
      }),
      governing_law: ask(text(), {
        question: 'Which law governs the document?',
        help: 'For example: the State of California.',
        why: 'A side letter or addendum states it.',
        documents: ['side-letter', 'vendor-addendum'],
      }),
      paper: ask(choice(['A4', 'Letter']), {
        question: 'On which paper is it printed?',
        why: 'Word files have a page size.',
        documents: ['risk-memo', 'side-letter', 'vendor-addendum', 'use-policy'],
      }),
    },
    {
      question: 'What stands on the documents?',
      why: 'Headers, dates and addressees come from here.',
      documents: ['risk-memo', 'side-letter', 'vendor-addendum'],
    },
  ),
}
