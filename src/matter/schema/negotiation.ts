import { z } from 'zod'
import { choice, choices, date, longText, text, texts, wholeNumber, yesNo } from './leaf.ts'
import { ask, group, listOf } from './question.ts'

/** What may be asked for, and how hard. */
export const negotiation = {
  negotiation: group(
    {
      negotiable: ask(texts(), {
        question: 'Which topics may be negotiated?',
        help: 'Ids of topics, such as user-threshold.',
        picks: 'topics',
        why: 'Positions on other topics are left out of the letter.',
      }),
      appetite: ask(choice(['low', 'medium', 'high']), {
        question: 'How much risk will the client bear?',
        why: 'It chooses between preferred and fallback positions where nothing else is said.',
      }),
      relation: ask(choice(['ours', 'balanced', 'theirs']), {
        question: 'Whose paper and whose weight is it toward the vendor?',
        help: 'ours: each clause at its preferred level. balanced, or unknown: fallback. theirs: walk-away where there is one. Left out, as in older files, appetite decides.',
        why: 'A clause that the other side never signs costs weeks.',
      }),
      figures: listOf(
        {
          figure: ask(text('the name of a figure'), {
            question: 'Which number of a clause or position is it?',
            help: 'The clause and its figure, such as confidentiality.logs or termination-cure.cure, at every level, or at one: termination-cure.cure.fallback; clausebook library show flow-down:ID or position:ID has them.',
            why: 'Each number has a value by the level of its clause, which this replaces.',
          }),
          is: ask(wholeNumber(), {
            question: 'What is it to be?',
            help: 'In the unit of the figure: days, business days, hours, months, or an amount without its currency.',
            why: 'It is printed in the clause.',
          }),
        },
        {
          question: 'Which numbers of clauses and positions are other than those of the level?',
          help: 'Left out, each has the number of its level.',
          why: 'Days and amounts are what is negotiated last.',
        },
      ),
      currency: ask(text('three capital letters, such as USD'), {
        question: 'In which currency are the amounts of an addendum?',
        unit: 'ISO 4217 currency code, three capital letters',
        help: 'Left out, USD.',
        why: 'An amount without its currency is none.',
      }),
      uncapped: ask(yesNo(), {
        question: 'Is indemnity and liability for data asked for without a cap?',
        help: 'Left out, or no: each has a cap.',
        why: 'Without a cap there is seldom a signature.',
      }),
      breadth: ask(choice(['short', 'full']), {
        question: 'Is everything asked for that there is occasion for, or what matters most?',
        help: 'short: at most eight points, the others listed for us as not raised; full: all. Short where nothing is said.',
        why: 'A letter of thirty points is not read; what it leaves out is told in the issues list.',
      }),
      disclose: ask(choices(['user-counts', 'affiliates']), {
        question: 'What does the other side get to read of the client’s users and group?',
        help: 'user-counts: the counts and products of a schedule; affiliates: their names. Nothing where nothing is said.',
        why: 'A letter that is not about the count of users has no reason to give it away.',
      }),
      notices_to: ask(longText(), {
        question: 'Where do notices to Meta go?',
        help: 'The address and the addressee that it told you; where nobody has, Meta writes them into the letter when it signs.',
        why: 'A notice counts when it reaches the address that was agreed.',
      }),
      signatories: listOf(
        {
          company: ask(text('a name'), {
            question: 'For which company of Meta does this person sign?',
            help: 'Left out, for each that is a party.',
            why: 'Each company that is a party signs for itself.',
          }),
          name: ask(text('a name'), {
            question: 'Who signs for Meta?',
            why: 'The signature block names the person.',
          }),
          title: ask(text(), {
            question: 'What is the title of that person?',
            why: 'The title shows authority to bind the company.',
          }),
        },
        {
          question: 'Who signs for Meta?',
          help: 'Left out, lines are left to fill by hand.',
          why: 'A company that signs by two has a line for each.',
        },
      ),
      deadline: ask(date(), {
        question: 'By when must it be settled?',
        unit: 'date, YYYY-MM-DD',
        why: 'It limits how much can be asked for.',
      }),
      positions: ask(
        {
          schema: z.record(z.string(), choice(['preferred', 'fallback', 'walk-away', 'off']).schema),
          kind: 'map',
        },
        {
          question: 'Which level is chosen for which position?',
          help: 'By the id of the position: preferred, fallback, walk-away, or off to leave it out.',
          why: 'It decides the wording of the letter and of the redline.',
        },
      ),
      leverage: ask(longText(), {
        question: 'What does the client have to offer, or to go to instead?',
        why: 'The negotiation brief builds on it.',
      }),
      owner: ask(text('a name'), {
        question: 'Who leads the negotiation?',
        why: 'The issues list names an owner.',
      }),
    },
    {
      question: 'What may be negotiated, and how?',
      why: 'The side letter, the redline and the issues list follow from it.',
    },
  ),
}
