import { plainNumber } from '../paper.ts'
import { ofPassage } from '../reading/of-passage.ts'
import type { CoherenceMessage, CoherencePaper, CoherenceRule } from '../types.ts'

const named =
  /\b(Sections?|SECTIONS?|Articles?|Clauses?|[Pp]aragraphs?)\s+((?:\d+(?:\.\w+)*(?:\(\w+\))*)(?:(?:,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s+through\s+|\s+to\s+)\d+(?:\.\w+)*(?:\(\w+\))*)*)/g

/** The same in small letters and by a sign, in words of ours: in those of others they name laws. */
const namedByUs =
  /(\b(?:[Ss]ub-?[Cc]lauses?|clauses?|articles?|(?<!, )sections?)|§{1,2})\s*((?:\d+(?:\.\w+)*(?:\(\w+\))*)(?:(?:,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+)\d+(?:\.\w+)*(?:\(\w+\))*)*)/g

/** A part behind the paper: `Schedule 3`, `Annex C`. */
const attached =
  /\b(Schedule|Annex|Appendix|Exhibit)\s+(\d+|[A-Z])\b(?!\s+(?:of|to|in)\s+(?:the\s+)?(?!this|that)\p{Lu})/gu

/** Behind a number: another paper’s section. */
const elsewhere =
  /^[\w().,]*\s*(?:of|in|under|to)\s+(?:the\s+|that\s+|its\s+|their\s+|such\s+)?(?:[“"]|(?:\w+\s+){0,4}?(?:Act|Code|Law|Laws|Regulation|Regulations|Rules?|Directive|Convention|Treaty|Exhibit|Schedule|Annex|Appendix|Policy|Terms|Agreement|Addendum|License|Standard|Order|FAR|DFARS|U\.?S\.?C|C\.?F\.?R)\b)/

/** A section, article, clause or paragraph that is named and is not there. */
export const reference: CoherenceRule = (papers) => {
  const amended = papers.filter((paper) => paper.amended)
  return papers.flatMap((paper) => {
    const own = numbersOf(paper)
    const sections = paper.passages.flatMap((passage) =>
      sectionsNamed(passage).flatMap(({ word, numbers, after, itself, inEach, isElsewhere }) => {
        const licenses = itself ? [] : licensesNamed(after, paper, amended)
        if (!itself && licenses.length === 0 && isElsewhere) return []
        // A letter speaks of sections of the license and of paragraphs of its own.
        const of =
          paper.amended || paper.counterparty || amended.length === 0 || /^paragraph/i.test(word) || itself
            ? [own]
            : (licenses.length > 0 ? licenses : amended).map(numbersOf)
        // What is said of each license has to be there in each.
        const known = inEach
          ? new Set([...of[0]!].filter((number) => of.every((one) => one.has(number))))
          : of.length === 1
            ? of[0]!
            : new Set(of.flatMap((one) => [...one]))
        if (known.size === 0) return []
        return numbers.flatMap(({ number, plain }) => {
          if (isThere(plain, known)) return []
          return [
            {
              rule: 'reference',
              paper: paper.name,
              place: passage.place,
              reason: `“${word.replace(/s$/i, '')} ${number}” is named, and there is none`,
              counsel: false,
            },
          ]
        })
      }),
    )
    return [...sections, ...attachmentsMissing(paper)]
  })
}

/** Sections that a passage names one behind the other: “Sections 2 and 5.c”. */
interface NamedSections {
  word: string
  /** As they are printed, and plainly. */
  numbers: { number: string; plain: string }[]
  /** The words behind them. */
  after: string
  /** “of this Agreement” */
  itself: boolean
  /** “of each License”, “of both” */
  inEach: boolean
  /** Another paper's, or a law's. */
  isElsewhere: boolean
}

const sectionsNamed = ofPassage(({ text, ours }) =>
  [...text.matchAll(named), ...ours.matchAll(namedByUs)].flatMap((match): NamedSections[] => {
    const [whole, word = '', list = ''] = match
    const { index, input } = match
    const before = input.slice(Math.max(0, index - 40), index)
    if (/(?:§|U\.S\.C\.?|C\.F\.R\.?|FAR|DFARS|Act,?|Code,?|Law,?|\(EU\)[^,]*,)\s*$/.test(before)) return []
    const after = input.slice(index + whole.length)
    const numbers = [...list.matchAll(/\d+(?:\.\w+)*(?:\(\w+\))*/g)].map(([number]) => ({
      number,
      plain: plainNumber(number).replace(/\.$/, '').toLowerCase(),
    }))
    return [
      {
        word,
        numbers,
        after,
        itself: /^[\w().,]*\s*of\s+this\b/.test(after),
        inEach: /^[\w().,]*\s*(?:of|in|under)\s+(?:each|every|both)\b/.test(after),
        isElsewhere: elsewhere.test(after),
      },
    ]
  }),
)

const ofLicense =
  /^[\w().,]*\s*(?:of|in|under)\s+(?:the|an?|each|any|that|either|both|every|such|its)\s+(?<which>(?:\w[\w.-]*\s+){0,4}?)(?:Licen[sc]es?|Agreements?)\b/

/** The licenses beside a letter that words behind a number name: the one with their version, or any of them. */
function licensesNamed(
  after: string,
  paper: CoherencePaper,
  amended: readonly CoherencePaper[],
): readonly CoherencePaper[] {
  const found = paper.amended || paper.counterparty ? null : ofLicense.exec(after)
  if (!found) return []
  const which = (found.groups?.which ?? '').trim()
  if (which === '') return amended
  const version = /\b(?:Llama|LLaMA)\s+(\d+(?:\.\d+)?)/.exec(which)?.[1]
  return version === undefined ? [] : amended.filter(({ name }) => name === `llama-${version}`)
}

/** Parts behind a paper that it names and does not have. */
function attachmentsMissing({ name, passages }: CoherencePaper): CoherenceMessage[] {
  const parts = new Set(
    passages.flatMap(({ place }) => /^(?:Schedule|Annex|Appendix|Exhibit) \w+/.exec(place)?.[0] ?? []),
  )
  return passages.flatMap((passage) =>
    attachmentsNamed(passage)
      .filter((part) => !parts.has(part))
      .map((part) => ({
        rule: 'reference',
        paper: name,
        place: passage.place,
        reason: `“${part}” is named, and there is none`,
        counsel: false,
      })),
  )
}

const attachmentsNamed = ofPassage(({ ours }) => [...ours.matchAll(attached)].map(([part]) => part))

function numbersOf({ passages }: CoherencePaper): Set<string> {
  const numbers = new Set<string>()
  for (const passage of passages) for (const number of numbersIn(passage)) numbers.add(number)
  return numbers
}

/** The number of a clause with those above it, and those of its parts. */
const numbersIn = ofPassage(({ number, text }) => {
  if (number === '') return []
  const plain = plainNumber(number).toLowerCase()
  const parts = plain.split('.')
  const above = parts.map((_, at) => parts.slice(0, at + 1).join('.'))
  // Letters inside a sentence are parts of the clause: “(a) …; and (b) …”.
  const letters = [...text.matchAll(/\((\w{1,4})\)/g)].map(
    ([, letter]) => `${plain}.${letter!.toLowerCase()}`,
  )
  return [...above, ...letters]
})

function isThere(plain: string, known: ReadonlySet<string>): boolean {
  if (known.has(plain)) return true
  const parts = plain.split('.')
  // `5.a.ii` where (ii) stands inside the words of 5.a.
  return (
    parts.length > 2 &&
    known.has(parts.slice(0, -1).join('.')) &&
    known.has(`${parts.slice(0, -2).join('.')}.${parts.at(-1)}`)
  )
}
