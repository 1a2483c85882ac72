import type { Fill } from './match.ts'

/** A fill of more words says something of its own. */
const MOST_WORDS = 40
/** Words of a clause: what has one is a term, and no name, day, place or amount. */
const BINDS = new RegExp(
  `\\b(?:${[
    // What says that something is, is done or is to be done.
    ...[
      'shall',
      'must',
      'may(?! \\d)',
      'will',
      'would',
      'should',
      'can',
      'could',
      'cannot',
      'is',
      'are',
      'was',
      'were',
      'has',
    ],
    ...[
      'have',
      'had',
      'does',
      'hereby',
      'thereby',
      'agree(?:s|d)?',
      'waive[sd]?',
      'warrant(?:s|ed)',
      'assign(?:s|ed)',
    ],
    ...[
      'grant(?:s|ed)',
      'licen[cs]es',
      'indemnif(?:y|ies|ied)',
      'releases?',
      'undertakes?',
      'guarantees',
      'covenants',
    ],
    ...[
      'represents',
      'acknowledges?',
      'accepts',
      'consents',
      'transfers',
      'surrenders',
      'forfeits',
      'pays',
      'owes',
    ],
    ...[
      'delivers',
      'keeps',
      'bears',
      'becomes',
      'remains',
      'applies',
      'terminates',
      'expires',
      'renews',
      'survives',
    ],
    // What leads into a clause of its own.
    ...[
      'notwithstanding',
      'provided that',
      'provided,? however',
      'subject to',
      'if',
      'unless',
      'whether',
      'where',
    ],
    ...[
      'whereas',
      'because',
      'although',
      'whom',
      'whose',
      'which',
      'who',
      'in (?:which|that|any) (?:case|event)',
    ],
  ].join('|')})\\b`,
)
/** Words that deny, or take a limit away, whatever stands around them; `No. 5` and `No 5` are a number. */
const DENIES = new RegExp(
  `\\b(?:${[
    ...[
      'not',
      'no(?!\\.? ?\\d|\\.)',
      'none',
      'nobody',
      'no[ -]one',
      'nothing',
      'nowhere',
      'never',
      'neither',
      'nor',
    ],
    ...[
      'without',
      'except(?:s|ed|ing)?',
      'excluding',
      'excluded',
      'save (?:where|that|as|for|in|when|if)',
      "\\w+n[’']t",
    ],
    ...[
      'un(?:limited|capped|conditional(?:ly)?|restricted)',
      'limitless',
      'boundless',
      'infinite',
      'perpetual(?:ly)?',
    ],
    ...['irrevocabl[ey]', 'fully', 'solely', 'exclusive(?:ly)?', 'free of charge', 'waived?'],
  ].join('|')})\\b`,
  'i',
)
/** Words that a text offers to be taken or left, where a blank is no place for a name: `[not]`, `[shall]`. */
const OFFERS = /^\W*(?:\p{L}+\W+){0,2}\p{L}*\W*$/u
/** A sentence that ends and another that begins; not behind an abbreviation or an initial. */
const SENTENCES =
  /(?<!\b(?:Inc|Ltd|Co|Corp|LLC|No|Nos|Mr|Mrs|Ms|Dr|St|Bros|plc|vs|etc|\p{L}))[.;:!?][”"’)\]]*\s+["“(]*\p{L}/u

/** Whether a blank still stands as it did. */
export function isUnfilled({ blank, words }: Fill): boolean {
  const keys = (list: Fill['words']) => list.map(({ key }) => key).join(' ')
  return keys(blank) === keys(words)
}

/**
 * Why what stands in a blank is more than what a blank asks for: it runs on over a paragraph's end, or is a clause.
 *
 * @param text what stands there, as printed
 */
export function notOfABlank({ blank, words }: Fill, text: string): string | undefined {
  if (words.some(({ key }) => key === '<cell>' || key === '<row>'))
    return 'what stands in the blank is more than one cell'
  if (words[0]?.block !== words.at(-1)?.block) return 'what stands in the blank is more than one paragraph'
  if (words.filter(({ text: word }) => /[\p{L}\p{N}]/u.test(word)).length > MOST_WORDS)
    return `what stands in the blank has more than ${MOST_WORDS} words`
  const all = /\p{Ll}/u.test(text) ? text : text.toLowerCase()
  if (BINDS.test(all) || SENTENCES.test(text)) return 'what stands in the blank is a term of its own'
  if (DENIES.test(text)) return 'what stands in the blank denies, or takes a limit away'
  const offered = blank.map(({ text: word }) => word).join(' ')
  if (OFFERS.test(offered) && (BINDS.test(offered) || DENIES.test(offered)))
    return 'the blank offers words to be taken or left, and others stand there'
  return undefined
}
