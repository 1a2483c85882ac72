import { choice, date, text, yesNo } from './leaf.ts'
import { ask, group } from './question.ts'

/** What stands on every document. */
export const document = {
  document: group(
    {
      author: ask(text('a name'), {
        question: 'Who writes the documents?',
        why: 'A memo has a From line, and tracked changes have an author.',
      }),
      to: ask(text('a name'), {
        question: 'To whom are they addressed?',
        why: 'A memo has a To line.',
      }),
      date: ask(date(), {
        question: 'Which date do the documents bear?',
        unit: 'date, YYYY-MM-DD',
        help: 'Left out: a blank in a draft, and today in what goes to the other side.',
        why: 'The same input gives the same document.',
      }),
      return_by: ask(date(), {
        question: 'Until which day does a vendor return its questionnaire?',
        unit: 'date, YYYY-MM-DD',
        help: 'Left out: two weeks from the date of the document.',
        why: 'A questionnaire without a day is answered last.',
      }),
      version: ask(text(), {
        question: 'Which version of the document is it?',
        help: 'In quotation marks where it is a number: "2".',
        why: 'It stands in the header.',
      }),
      status: ask(text(), {
        question: 'What is the status of the document?',
        help: 'For example: Draft 1. What goes to the other side without one is subject to contract.',
        why: 'It stands in the header.',
      }),
      privileged: ask(yesNo(), {
        question: 'Does counsel make the memo for the purpose of legal advice, under privilege?',
        help: 'Yes: the memo is marked as privileged. No, or left out: it says that it is no legal advice.',
        why: 'A document that is no legal advice has no privilege, so that only one of the two can stand on it.',
      }),
      governing_law: ask(text(), {
        question: 'Which law governs the document?',
        help: 'For example: the State of California.',
        why: 'A side letter or addendum states it.',
      }),
      language: ask(choice(['en-US', 'en-GB']), {
        question: 'In which English are the documents?',
        help: 'Left out: that of the house, else en-US. The official words of a license stay as they are.',
        why: 'Word marks spelling by it, and en-GB writes the day before the month.',
      }),
      date_style: ask(choice(['month-day-year', 'day-month-year']), {
        question: 'How do the documents write a date?',
        help: 'July 18, 2023, or 18 July 2023. Left out: as the house or the language does.',
        why: 'A date that is written in two ways in one paper is asked about.',
      }),
      paper: ask(choice(['A4', 'Letter']), {
        question: 'On which paper is it printed?',
        why: 'Word files have a page size.',
      }),
    },
    {
      question: 'What stands on the documents?',
      why: 'Headers, dates and addressees come from here.',
    },
  ),
}
