import type { Paper, Sentence } from '../types.ts'
import { hasSign, type Sign } from './signs.ts'

/** A meaning that a paper gives a term, and what it takes out of it, in plain words. */
interface Meaning {
  sentence: Sentence
  kept: Words
  out: Words
}

/** Words as printed, and as cues read them. */
interface Words {
  text: string
  words: string[]
}

/** A definition that takes out what a promise is about. */
export interface Gutted {
  sentence: Sentence
  /** What is taken out, with what its own terms mean. */
  out: string[]
  /** Whether the promise still speaks of a part of it in other words. */
  inPart: boolean
}

const name = String.raw`\p{Lu}[\p{L}’'-]*(?:[ -]\p{Lu}[\p{L}’'-]*){0,3}`
const meaning = new RegExp(
  String.raw`(?:[“"‘]([^”"’]{2,50})[”"’]\s*(?:\([^)]*\)\s*)?,?\s*(?:for the purposes? of [^,;]{1,40},?\s+)?(?:means?|shall mean|has the meaning|includes?|comprises?|covers?|consists? of|refers? to|is|are|=|excludes?|(?:does|do|shall|will) not)(?=\s)|(?:^|[:.;,]\s|\bthe |\bterm |\bthat )(${name})\s+(?:means?|shall mean|includes?|comprises?|consists? of|refers? to|excludes?|(?:does|do|shall|will) not (?:include|cover|comprise|extend|mean|encompass))(?=\s))`,
  'gu',
)
const without =
  /\b(?:other than|except(?:ing|ed)?(?: for| that)?|exclud(?:es|e|ing|ed)|exclusive of|to the exclusion of|but (?:not|no)|not (?:including|counting|comprising)|save(?: for)?|apart from|aside from|with the exception of|minus|(?:does|do|shall|will) not (?:include|cover|comprise|extend to|mean|encompass)|(?:is|are) not|without)\b/gi
const goesOn =
  /;|(?<!not |without |excluding )\b(?:but |and )?(?:it )?(?:includ(?:es|ing)|comprises|covers)\b/i
const isPartOf =
  /^(.{3,200}?)\s+(?:is|are|does|do|shall|will)\s+not\s+(?:be\s+)?(?:(?:considered|deemed|regarded as|treated as|form|constitute|count as|fall within|to be|part of|a part of|included in)\s+)*[“"‘]?(\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,3})/u

/** How far one term is followed through the meaning of another. */
const deep = 4

/** Every meaning of a paper's terms, by the term. */
function meaningsIn({ passages, definitions }: Paper): Map<string, Meaning[]> {
  const found = new Map<string, Meaning[]>()
  const add = (term: string, one: Meaning) => found.set(term, [...(found.get(term) ?? []), one])
  for (const sentence of passages.flatMap(({ sentences }) => sentences)) {
    if (sentence.open || sentence.long) continue
    const { text } = sentence
    const heads = [...text.matchAll(meaning)]
    for (const [at, head] of heads.entries()) {
      const end = heads[at + 1]?.index ?? text.length
      const from = head.index + head[0].replace(/(?:excludes?|(?:does|do|shall|will) not.*)$/, '').length
      add(head[1] ?? head[2]!, partsOf(sentence, from, end))
    }
    const [, out, term] = isPartOf.exec(text) ?? []
    if (out && term && heads.length === 0 && definitions.has(term))
      add(term, { sentence, kept: { text: '', words: [] }, out: wordsOf(sentence, [[0, out.length]]) })
  }
  // Of other terms, as “Services”, a promise on data takes no meaning.
  return new Map(
    [...found].filter(([term, all]) =>
      all.some(({ kept }) => ofData.test(term) || ofData.test(kept.text.slice(0, 80))),
    ),
  )
}

const ofData =
  /\b(?:data|contents?|information|materials?|files?|texts?|documents?|submissions?|inputs?|uploads?|prompts?|outputs?|records?)\b/i

/** What a meaning keeps and what it takes out. */
function partsOf(sentence: Sentence, from: number, end: number): Meaning {
  const { text } = sentence
  const out: [number, number][] = []
  for (const { 0: mark, index } of text.slice(from, end).matchAll(without)) {
    const start = from + index + mark.length
    const [before] = text.slice(start, end).split(goesOn)
    out.push([start, start + before!.length])
  }
  const kept: [number, number][] = [[from, out[0]?.[0] ?? end]]
  const last = out.at(-1)
  if (last && last[1] < end) kept.push([last[1], end])
  return { sentence, kept: wordsOf(sentence, kept), out: wordsOf(sentence, out) }
}

function wordsOf({ text, tokens }: Sentence, spans: readonly [number, number][]): Words {
  return {
    text: spans.map(([from, to]) => text.slice(from, to)).join(' … '),
    words: tokens
      .filter((token) => spans.some(([from, to]) => token.from >= from && token.to <= to))
      .map(({ word }) => word),
  }
}

const known = new WeakMap<Paper, Map<string, Meaning[]>>()

function meaningsOf(paper: Paper): Map<string, Meaning[]> {
  const found = known.get(paper) ?? meaningsIn(paper)
  known.set(paper, found)
  return found
}

/** The terms that words use, with those that these are explained with. */
function termsUsed(
  text: string,
  meanings: ReadonlyMap<string, readonly Meaning[]>,
  depth = deep,
): Set<string> {
  const found = [...meanings.keys()].filter((term) => has(text, term))
  if (depth === 0) return new Set(found)
  const below = found.flatMap((term) =>
    meanings
      .get(term)!
      .filter(({ kept }) => kept.text !== text)
      .flatMap(({ kept }) => [...termsUsed(kept.text, meanings, depth - 1)]),
  )
  return new Set([...found, ...below])
}

function has(text: string, term: string): boolean {
  const at = text.indexOf(term)
  return at >= 0 && !/\p{L}/u.test(text[at + term.length] ?? '') && !/\p{L}/u.test(text[at - 1] ?? '')
}

/**
 * The definition that takes out of a promise what it is about: “‘Client Data’ means files, other than prompts”, also where the
 * exception is a term of its own that means the prompts.
 *
 * @param said sentences that promise
 * @param gutting signs of what has to stay in, the first of what the client puts in
 */
export function guttedBy(
  paper: Paper,
  said: readonly Sentence[],
  gutting: readonly Sign[],
): Gutted | undefined {
  const meanings = meaningsOf(paper)
  const defining = new Set([...meanings.values()].flat().map(({ sentence }) => sentence))
  const promises = said.filter((one) => !defining.has(one))
  const own = new Set(promises.flatMap(({ words }) => words.map(single)))
  for (const term of termsUsed(promises.map(({ text }) => text).join('\n'), meanings))
    for (const one of meanings.get(term)!) {
      if (one.out.words.length === 0) continue
      const through = [...termsUsed(one.out.text, meanings)].filter((each) => each !== term)
      const all = [
        ...one.out.words,
        ...through.flatMap((each) => meanings.get(each)!.flatMap(({ kept }) => kept.words)),
      ]
      // What the promise names itself is in it, whatever its terms mean.
      const out = all.filter((word) => !own.has(single(word)))
      if (!gutting.some((sign) => hasSign(sign, { words: out }))) continue
      const rest = [...promises.flatMap(({ words }) => words), ...one.kept.words]
      const putIn = gutting[0]!
      const inPart = hasSign(putIn, { words: rest })
      if (inPart && !hasSign(putIn, { words: out })) continue
      return { sentence: one.sentence, out, inPart }
    }
  return undefined
}

function single(word: string): string {
  return word.replace(/s$/, '')
}

/** Whether what a paper means by a term leaves out what a promise on data is about. */
export function isGutted(paper: Paper, term: string, gutting: readonly Sign[]): boolean {
  const meanings = meaningsOf(paper)
  return [...termsUsed(term, meanings)].some((each) =>
    meanings.get(each)!.some(({ out }) => {
      const through = [...termsUsed(out.text, meanings)].flatMap((one) => meanings.get(one)!)
      const words = [...out.words, ...through.flatMap(({ kept }) => kept.words)]
      return out.words.length > 0 && gutting.some((sign) => hasSign(sign, { words }))
    }),
  )
}
