import type { Clause } from '../../agreement/index.ts'
import type { Evidence, EvidenceWords } from '../../library/index.ts'
import { sentencesOf } from '../../reading/sentences.ts'
import { contraryAt } from '../judge/contrary.ts'
import { hasSign, signReader } from '../judge/signs.ts'
import type { Paper, Sentence } from '../types.ts'

/** Words of a clause, from the first to behind the last (UTF-16 units). */
export interface Span {
  clause: Clause
  start: number
  end: number
}

/** Sentences of clauses that run against what we need, each with why. */
export function contrarySentences(
  paper: Paper,
  { contrary }: Pick<Evidence, 'contrary'>,
  paths: readonly string[],
  words: EvidenceWords,
): { sentence: Sentence; because: string; stays: boolean }[] {
  const read = signReader(words)
  const judged = paper.passages
    .filter(({ path }) => paths.includes(path))
    .flatMap(({ sentences }) => sentences)
  return judged.flatMap((sentence) => {
    const found = contrary.find((one) => contraryAt(one, sentence, read))
    return found ? [{ sentence, because: found.because, stays: found.stays ?? false }] : []
  })
}

/** Whether a sentence is on the subject by itself, or stands under a heading that is. */
export function isOnSubject(
  { about }: Pick<Evidence, 'about'>,
  { passages }: Paper,
  sentence: Sentence,
  words: EvidenceWords,
): boolean {
  const read = signReader(words)
  const headings = passages.find(({ path }) => path === sentence.path)?.headings ?? []
  return (
    about.says.some((sign) => hasSign(read(sign), sentence)) ||
    headings.some((own) => about.headings.some((sign) => hasSign(read(sign), { words: own })))
  )
}

/** Whether a clause has no heading of its own, or one on the subject: it is then about nothing else. */
export function isNamedFor(
  { about }: Pick<Evidence, 'about'>,
  { passages }: Paper,
  clause: Clause,
  words: EvidenceWords,
): boolean {
  if (clause.heading === undefined) return true
  const read = signReader(words)
  const own = passages.find(({ path }) => path === clause.path)?.headings.at(-1) ?? []
  return about.headings.some((sign) => hasSign(read(sign), { words: own }))
}

/** Where a sentence stands in its clause; undefined where it goes on in another one, or is not printed as it was read. */
export function spanOf(sentence: Sentence, clause: Clause): Span | undefined {
  if (clause.kind === 'row' || clause.kind === 'cell' || clause.kind === 'table') return undefined
  const { start: from, words } = bodyOf(clause)
  let at = from
  for (const one of sentencesOf(words)) {
    const start = clause.text.indexOf(one, at)
    at = start + one.length
    if (!/[:;,]$/.test(one) && letters(sentence.text).endsWith(letters(one)))
      return { clause, start, end: at }
  }
  return undefined
}

/** How a sentence begins that says nothing without the one before it. */
const leans =
  /^(?:however|otherwise|in (?:that|this|such|each) (?:case|event)|notwithstanding (?:the foregoing|this)|such|these|those|this|that|it|they|in addition|further(?:more)?|provided|for (?:this|that|these) purposes?|except)\b/i

/**
 * Whether a sentence can be taken out of a clause without leaving a ruin: a definition, which other clauses use, cannot, nor
 * one on which the next one leans.
 */
export function canGo(span: Span): boolean {
  if (/^[“"'][^”"']{1,80}[”"'].{0,60}\b(?:means?|includes?|has the meaning)\b/.test(wordsIn(span).trim()))
    return false
  const { clause, end } = span
  return !leans.test(clause.text.slice(end).trim())
}

/** The words of a span. */
export function wordsIn({ clause, start, end }: Span): string {
  return clause.text.slice(start, end)
}

/** Letters and figures alone: the marks of items are not read as words. */
function letters(words: string): string {
  return words.replaceAll(/\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)\)/g, '').replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** The words of a clause behind its heading, and where they begin. */
export function bodyOf({ heading, text }: Clause): { start: number; words: string } {
  const own = heading !== undefined && text.startsWith(heading) ? heading.length : 0
  const start = own + /^[\s.:–-]*/.exec(text.slice(own))![0].length
  return { start, words: text.slice(start) }
}

/** The one place in clauses where words stand, if there is one; those beside given words come first. */
export function onlyPlace(clauses: readonly Clause[], words: string, beside: string): Span | undefined {
  const spans = clauses.flatMap((clause) =>
    [...placesIn(clause.text, words)].map((start) => ({ clause, start, end: start + words.length })),
  )
  if (spans.length < 2) return spans[0]
  const core = beside.replaceAll('… ', '').replaceAll(' …', '')
  const near = spans.filter(({ clause, start, end }) =>
    sentencesOf(clause.text).some((one) => {
      const at = clause.text.indexOf(one)
      return at <= start && end <= at + one.length && one.includes(core)
    }),
  )
  return near.length === 1 ? near[0] : undefined
}

function* placesIn(text: string, words: string): Generator<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!/[\d,.]/.test(text[at - 1] ?? '') || !/^\d/.test(words)) yield at
}
