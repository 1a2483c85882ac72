import { plainNumber } from '../paper.ts'
import type { CoherencePaper, CoherencePassage } from '../types.ts'
import { ofPassage } from './of-passage.ts'

const one = String.raw`\d+(?:\.\w+)*(?:\s?\(\w+\))*`
const named = new RegExp(
  String.raw`\b(?:(?:sub-?)?(?:sections?|articles?|clauses?|paragraphs?)|§{1,2})\s*(${one}(?:(?:,\s*(?:and\s+|or\s+)?|\s+(?:and|or|through|to)\s+)(?:(?:sub-?)?(?:sections?|articles?|clauses?|paragraphs?)\s+)?${one})*)`,
  'gi',
)

/** The numbers of the sections that words name: `5.c`, `2.1`. */
export function numbersNamedIn(words: string): string[] {
  return [...words.matchAll(named)].flatMap(([, list]) =>
    [...list!.matchAll(new RegExp(one, 'g'))].map(([number]) =>
      plainNumber(number.replace(/\s/g, '')).toLowerCase(),
    ),
  )
}

const ownNumber = ofPassage(({ number }) => plainNumber(number).toLowerCase())

/** The passages that bear a number or stand under it. */
export function passagesAt(paper: CoherencePaper, number: string): CoherencePassage[] {
  return paper.passages.filter((passage) => {
    const own = ownNumber(passage)
    return own === number || own.startsWith(`${number}.`)
  })
}

/**
 * What words of a paper mean by the sections that they name: “this Section” the passage itself, a paragraph one of the
 * paper, a Section in a letter one of the licenses beside it.
 */
export function passagesNamedIn(
  words: string,
  {
    paper,
    passage,
    papers,
  }: { paper: CoherencePaper; passage: CoherencePassage; papers: readonly CoherencePaper[] },
): CoherencePassage[] {
  const itself = /\bthis (?:section|paragraph|clause|article|indemnity)\b(?! \d)/i.test(words)
    ? [passage]
    : []
  const licenses = papers.filter(({ amended, name }) => amended === true && name !== paper.name)
  const numbers = numbersNamedIn(words)
  const own = numbers.flatMap((number) => passagesAt(paper, number))
  const theirs =
    paper.amended || paper.counterparty || /\bparagraphs?\s+\d/i.test(words)
      ? []
      : numbers.flatMap((number) => licenses.flatMap((license) => passagesAt(license, number)))
  return [...itself, ...(theirs.length > 0 ? theirs : own)]
}
