import { beginningsOf, type Evidence } from '../../library/index.ts'
import { plainTokens } from '../read/plain.ts'
import type { Paper, Sentence } from '../types.ts'
import { findSign, hasSign, maySay, type Sign } from './signs.ts'

/** From so many clauses on, a paper has words of every subject somewhere: what is headed with it is on it. */
export const many = 40

const nobody = { vendor: [], customer: [], either: [], others: {} }

/** In a paper of so few clauses what is near a subject is about it. */
export const few = 10

/** In a paper of so few clauses two sections on a subject are on it together. */
export const several = 100

/** The sentences of a paper on a subject, and how surely they are on it. */
export interface OnSubject {
  sentences: Sentence[]
  /** That a clause says it, or that its words are merely near it. */
  sure: boolean
  /** Those that stand together, each with its definitions: in one section, or in all sections that are headed with it. */
  together: Sentence[][]
  /** In a long paper that has a section headed with it, the sentences elsewhere that may be on it. */
  astray: Sentence[]
  /** Whether it is a long paper that has a section headed with it: the first of `together`. */
  long: boolean
  /** Whether a section is headed with it. */
  headed: boolean
  /** Those that stand there themselves, and the definitions of terms that are not those of the whole paper. */
  own: Sentence[]
}

/**
 * The sentences of a paper on a subject: all of a clause of which one is, with what the paper says that their terms mean.
 * Where there are none, those of clauses that have most of the things that the lowest level asks for, or words near the
 * subject.
 */
export function sentencesOn(
  paper: Paper,
  { title, about: { says, headings, not, near: nearby }, points }: Evidence & { title: string },
  lowest: readonly string[],
  read: (source: string) => Sign,
): OnSubject {
  const named = plainTitle(title)
  const saying = says.map(read)
  const heading = headings.map(read)
  const barred = not.map(read)
  const beside = nearby.map(read)
  // Of several of which one is enough, one is asked for.
  const asking = lowest.map((item) => item.split('|').flatMap((id) => (points[id]?.says ?? []).map(read)))
  const sure: Sentence[] = []
  const near: Sentence[] = []
  const sections = new Map<string, Sentence[]>()
  const under: Sentence[] = []
  for (const { path, section, sentences, headings: own } of paper.passages) {
    const begun = beginningsOf(wordsOf(sentences))
    const has = (signs: readonly Sign[]) => {
      const may = signs.filter((sign) => maySay(sign, begun))
      return may.length > 0 && sentences.some((sentence) => may.some((sign) => hasSign(sign, sentence)))
    }
    const places = own.flatMap((words) =>
      heading.map((sign) => ({ words, place: findSign(sign, { words }) })),
    )
    const headed = places.some(({ place }) => place !== undefined)
    // Under its very name, or a heading that names nothing else, it is on the subject, whatever it speaks of.
    const titled =
      own.some((words) => words.join(' ') === named) ||
      places.some(({ words, place }) => place?.from === 0 && place.to === words.length)
    // In a few clauses, what two sentences of one say together is on it.
    const said = has(saying) || (paper.passages.length <= few && isNear(sentences, saying))
    const isBarred = has(barred)
    // What bars one sentence of a paragraph says nothing of the next: “Outputs are ours. We need not return data.”
    const saidApart = isBarred && said && sentences.some((one) => hasAny(saying, one) && !hasAny(barred, one))
    if (titled || ((headed || said) && !isBarred) || saidApart) {
      sure.push(...sentences)
      const place = sectionOf(path, section)
      sections.set(place, [...(sections.get(place) ?? []), ...sentences])
      if (headed || titled) under.push(...sentences)
    } else if (paper.passages.length <= few && isBarred && !asking.some(has)) {
    } else if (
      said ||
      has(beside) ||
      asking.filter(has).length >= Math.max(2, asking.length - 1) ||
      isNear(sentences, saying) ||
      (paper.passages.length <= few && !isBarred && isNear(sentences, beside))
    )
      near.push(...sentences)
  }
  // A license says one thing in places of its own making, and each of its words counts.
  const license = paper.passages.some((passage) => passage.sentences.some((one) => one.long))
  const long = !license && paper.passages.length > many && under.length > 0
  const found = long ? under : sure.length > 0 ? sure : near
  const meant = (said: readonly Sentence[], { general = false } = {}) => [
    ...said,
    ...definitionsUsed(paper, said, general).filter((one) => !said.includes(one)),
  ]
  const apart = [...(under.length > 0 ? [under] : []), ...sections.values()]
  return {
    sentences: meant(found, { general: true }),
    sure: sure.length > 0,
    astray: meant(long ? sure : [], { general: true }),
    headed: under.length > 0,
    long,
    own: meant(found, { general: license }),
    together: license
      ? [meant(found, { general: true })]
      : sure.length > 0
        ? apart.map((one) => meant(one))
        : [meant(found)],
  }
}

function hasAny(signs: readonly Sign[], sentence: Sentence): boolean {
  return signs.some((sign) => hasSign(sign, sentence))
}

/** “We ship the checkpoints. That covers attribution.”: whether what a sign looks for stands near each other, in two sentences. */
function isNear(sentences: readonly Sentence[], signs: readonly Sign[]): boolean {
  const words = wordsOf(sentences)
  return signs.some((sign) => hasSign(sign, { words }))
}

const wordsKnown = new WeakMap<readonly Sentence[], readonly string[]>()

/** The words of sentences that stand together, as one list. */
function wordsOf(sentences: readonly Sentence[]): readonly string[] {
  const found = wordsKnown.get(sentences) ?? sentences.flatMap(({ words }) => words)
  wordsKnown.set(sentences, found)
  return found
}

/** A title as headings are read: small letters, and no articles. */
function plainTitle(title: string): string {
  return plainTokens(title, nobody)
    .map(({ word }) => word)
    .join(' ')
}

/** What the paper says that the terms of sentences mean; without those of the whole paper, as “Agreement”, unless asked. */
function definitionsUsed(paper: Paper, sentences: readonly Sentence[], general: boolean): Sentence[] {
  const { definitions, passages } = paper
  const used = [...definitions].filter(
    ([term]) =>
      (general || passages.length <= few || !commonIn(paper).has(term)) &&
      sentences.some(({ text }) => text.includes(term)),
  )
  return [...new Set(used.flatMap(([, meanings]) => meanings))]
}

const known = new WeakMap<Paper, ReadonlySet<string>>()

/** Terms that every fifth clause uses, or more: sought once in a paper. */
function commonIn(paper: Paper): ReadonlySet<string> {
  const found = known.get(paper) ?? new Set([...paper.definitions.keys()].filter(isCommon))
  known.set(paper, found)
  return found

  function isCommon(term: string): boolean {
    const uses = paper.passages.filter(({ sentences }) => sentences.some(({ text }) => text.includes(term)))
    return uses.length >= paper.passages.length / 5
  }
}

/** The numbered section that a clause is in, which is the outermost of a number that is printed: 31 of 31.2.1. */
function sectionOf(path: string, section: string): string {
  const [outer, second] = path.split('.')
  const printed = /^\d+/.exec(section)?.[0]
  return `${outer}, ${printed ?? (outer === 'table' ? second : '')}`
}
