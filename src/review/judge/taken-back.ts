import type { Evidence, Level } from '../../library/index.ts'
import { isIn } from '../read/unsaid.ts'
import type { FiguresCompared, Judged, Paper, Sentence } from '../types.ts'
import { isKept, measured } from './measure.ts'
import { findSign, hasSign, type Sign } from './signs.ts'

const overrides =
  /\b(?:notwithstanding|despite|in spite of|regardless of|irrespective of|without regard to|as an exception (?:to|from)|by way of (?:exception|derogation) (?:to|from)|in derogation (?:of|from)|contrary to)\s+(?:anything (?:to the contrary )?in |what is said in |the (?:terms|provisions|foregoing) of )?(?:sections?|clauses?|paragraphs?|articles?)\s+(\d+(?:\.\d+)*)/gi

/**
 * The sentence that may take back what deciding places give: one there with words that do, or one anywhere that says something
 * notwithstanding them.
 *
 * @param places sections that decide
 * @param on sentences on the subject
 * @param signs of what may be taken back
 */
export function takenBackIn(
  { passages }: Paper,
  places: ReadonlySet<string | undefined>,
  on: readonly Sentence[],
  signs: readonly Sign[],
): Sentence | undefined {
  const said = on.filter(({ section }) => places.has(section))
  const there = said.find((one) => signs.some((sign) => hasSign(sign, one)) || isNarrowing(one, said))
  if (there) return there
  return passages
    .flatMap(({ sentences }) => sentences)
    .find(({ text, section }) =>
      names(text, overrides, new Set([...places].filter((one) => one !== section))),
    )
}

/** Whether words name one of some places, or a section that it is in. */
function names(text: string, pattern: RegExp, places: ReadonlySet<string | undefined>): boolean {
  return [...text.matchAll(pattern)].some(([, number]) =>
    [...places].some((place) => place !== undefined && isIn(place, number!)),
  )
}

/** “‘Improve’ does not include …”: whether a sentence takes something out of a word that others beside it promise with. */
function isNarrowing(one: Sentence, beside: readonly Sentence[]): boolean {
  const term = narrowed.exec(one.text)?.[1]?.toLowerCase()
  return (
    term !== undefined && beside.some((other) => other !== one && other.text.toLowerCase().includes(term))
  )
}

const narrowed =
  /[“"]([^”"]{3,40})[”"] (?:(?:does|do|shall|will) not (?:include|cover|extend|mean|comprise|refer)|excludes?|exclude|is not)\b/i

const referring = /\b(?:section|clause|article|paragraph)s?\s+(\d+(?:\.\d+)*)/gi

const yielding =
  /\b(?:subject to|(?:save|except|unless|but|and) (?:as |is |are )?(?:otherwise )?(?:limited|provided|stated|set out|capped) (?:by|in|under)|(?:limited|capped|restricted) (?:by|in|under|as)(?: stated in)?|within the limits? (?:of|in)|up to the limits? (?:of|in))\s+(?:the (?:limits?|limitations?|caps?|ceilings?|provisions?|terms)\s+(?:of|in)\s+)?(?:section|clause|article|paragraph)s?\s+(\d+(?:\.\d+)*)/gi

const overall =
  /\bliabilit(?:y|ies)\b[^.;]{0,100}?\b(?:under|arising|out of|in connection with|relat(?:ed|ing) to)\b[^.;]{0,40}?\b(?:this|these) (?:agreement|contract|terms|addendum)\b|\bnotwithstanding (?:anything|any (?:other )?(?:provision|term)|any other)\b|\bincluding (?:without limitation )?(?:(?:under|for|liability under) )?(?:(?:the|any|all|its) )*indemnit/i

const sparing =
  /\b(?:except|excepting|other than|save|excluding|apart from|(?:does|do|shall|will) not (?:apply|limit)|unlimited|uncapped|without limit)\b/i

/** Whether a cap spares what is promised in some places: “except for its obligations under Section 6”, there or in a sentence beside it. */
function isSpared(
  cap: Sentence,
  sentences: readonly Sentence[],
  places: ReadonlySet<string | undefined>,
): boolean {
  const [top] = cap.section.split('.')
  return sentences
    .filter((one) => one === cap || isIn(one.section, top!))
    .some(({ text }) => {
      const spared = text.slice(sparing.exec(text)?.index ?? text.length)
      return /\bindemnit|\bindemnif/i.test(spared) || names(spared, referring, places)
    })
}

/** A cap on all that the paper promises, by the fees or otherwise without a sum: “Notwithstanding anything to the contrary, …”. */
export function overallCapIn(
  { passages }: Paper,
  places: ReadonlySet<string | undefined>,
  on: readonly Sentence[],
  { capped }: { capped?: Evidence['capped'] },
  read: (source: string) => Sign,
): Sentence | undefined {
  if (!capped) return undefined
  const sentences = passages.flatMap((passage) => passage.sentences)
  return sentences.find(
    (one) =>
      !one.open &&
      !on.includes(one) &&
      overall.test(one.text) &&
      capped.says.some((says) => hasSign(read(says), one)) &&
      !isSpared(one, sentences, places),
  )
}

const inAnyEvent =
  /\b(?:in no (?:event|case|circumstances)|under no circumstances|in any event|in all cases|notwithstanding|regardless of|whatsoever|at all|total aggregate|total|aggregate|entire|maximum|cumulative|overall)\b/i
const lifts =
  /\b(?:except|excepting|other than|save|excluding|apart from|subject to|(?:does|do|shall|will) not (?:apply|limit)|not? (?:limit|limitation|cap|exclusion)\w* .{0,40}\b(?:appl|limit))/i

/**
 * “In no event shall the total liability exceed …” in the section that promises a liability without limit, where neither it nor
 * what follows it makes an exception: the paper says both.
 */
export function capInAnyEvent(
  { passages }: Paper,
  places: ReadonlySet<string | undefined>,
  said: readonly Sentence[],
  capped: readonly Sign[],
): Sentence | undefined {
  if (!said.some(({ text }) => /\b(?:unlimited|uncapped|without limit)/i.test(text))) return undefined
  const tops = new Set([...places].map((one) => one?.split('.')[0]))
  const beside = passages
    .flatMap(({ sentences }) => sentences)
    .filter((one) => !one.open && !one.long && tops.has(one.section.split('.')[0]))
  // An exception anywhere beside it may be meant of it.
  if (beside.some(({ text, words }) => lifts.test(text) && !words.includes('meta'))) return undefined
  return beside.find(
    (one, at) =>
      inAnyEvent.test(one.text) &&
      capped.some((sign) => hasSign(sign, one)) &&
      beside.findIndex(({ text }) => /\b(?:unlimited|uncapped|without limit)/i.test(text)) < at,
  )
}

/** A sentence that limits a promise, and the sum beside ours. */
export interface Limit {
  sentence: Sentence
  figure: FiguresCompared
  /** Whether our own limit at a level is no higher. */
  keeps: (level: Level) => boolean
}

/** The limits to a sum that stand in the places that decide, that name these or all of the paper, or to which these yield: “subject to clause 9”. */
export function limitsOn(
  { passages }: Paper,
  places: ReadonlySet<string | undefined>,
  { capped, figures, currency }: Pick<Judged, 'figures'> & { capped?: Evidence['capped']; currency: string },
  read: (source: string) => Sign,
): Limit[] {
  const figure = capped && figures[capped.figure]
  if (!figure) return []
  const sentences = passages.flatMap((passage) => passage.sentences)
  const above = sentences
    .filter(({ section }) => places.has(section))
    .flatMap(({ text }) => [...text.matchAll(yielding)].map(([, number]) => number!))
  const isOn = (one: Sentence) =>
    places.has(one.section) ||
    above.some((number) => isIn(one.section, number)) ||
    ((names(one.text, referring, places) || overall.test(one.text)) && !isSpared(one, sentences, places))
  return sentences
    .filter((one) => !one.open && isOn(one))
    .flatMap((sentence): Limit[] => {
      const place = capped.says.map((says) => findSign(read(says), sentence)).find((one) => one)
      const sum = place && measured(figure, currency, sentence, place)
      if (!sum) return []
      return [{ sentence, figure: sum.compared, keeps: (level) => isKept(sum.compared, sum.keeps, level) }]
    })
}
