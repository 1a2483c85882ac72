import type { Absence, Library, Quote, Term, TextKind, Topic } from './types.ts'

/** A statement of the library on what somebody looks for, with the place in the license on which it rests. */
export interface FoundStatement {
  /** As `library show` takes it: `llama-3.3/user-threshold`. */
  id: string
  license: string
  topic: string
  /** The question that the topic asks of a license. */
  question: string
  /** What the license says; where it is silent, what follows from that. */
  says: string
  silent: boolean
  document: TextKind
  /** Sections on which it rests, `2` or `1.b.i`; none where the license is silent. */
  sections: string[]
  /** Words of the license, at most 25 each, with their section. */
  quotes: Pick<Quote, 'section' | 'text'>[]
}

/** Words that tell one statement from no other. */
const common = new Set(
  'a an and any are as at be by can do does for from how i if in is it its may must not of on or our shall that the their there this to under us use was we what when where which who will with you your llama license licence meta'.split(
    ' ',
  ),
)

/**
 * The statements in which words stand, the best first: rare words count for more, and so does a topic that bears them.
 *
 * @param words a question or a few words; those that every statement has count for nothing
 * @param options a license alone, and how many at most (10)
 */
export function searchLibrary(
  library: Library,
  words: string,
  { license, most = 10 }: { license?: string; most?: number } = {},
): FoundStatement[] {
  const sought = [...new Set(stemsOf(words).filter((stem) => !common.has(stem)))]
  const entries = [...library.terms.values()].flatMap((term) => {
    const topic = library.topics.get(term.topic)
    if (!topic || (license !== undefined && term.license !== license)) return []
    return [
      { term, topic, about: new Set(stemsOf(`${topic.title} ${topic.question}`)), stems: stemsIn(term) },
    ]
  })
  const has = ({ about, stems }: (typeof entries)[number], stem: string) => about.has(stem) || stems.has(stem)
  const rarity = new Map(
    sought.map((stem) => {
      const count = entries.filter((entry) => has(entry, stem)).length
      return [stem, count === 0 ? 0 : Math.log(1 + entries.length / count)]
    }),
  )
  const released = [...library.licenses.keys()]
  return entries
    .map((entry) => ({ ...entry, found: sought.filter((stem) => has(entry, stem)) }))
    .filter(({ found }) => found.length > 0 && found.length * 2 >= sought.length)
    .map((entry) => ({ ...entry, score: scoreOf(entry, rarity) }))
    .sort((a, b) => b.score - a.score || released.indexOf(b.term.license) - released.indexOf(a.term.license))
    .slice(0, most)
    .map(({ term, topic }) => statementOf(term, topic))
}

/** What of a topic bears a word counts twice; a topic that decides more comes first among equals. */
function scoreOf(
  { found, about, topic }: { found: string[]; about: ReadonlySet<string>; topic: Topic },
  rarity: ReadonlyMap<string, number>,
): number {
  const words = found.reduce((sum, stem) => sum + rarity.get(stem)! * (about.has(stem) ? 2 : 1), 0)
  return words + topic.weight / 10
}

function statementOf(term: Term | Absence, { question }: Topic): FoundStatement {
  const { license, topic, document } = term
  return {
    id: `${license}/${topic}`,
    license,
    topic,
    question,
    says: term.absent ? term.follows : term.restatement,
    silent: term.absent,
    document,
    sections: term.absent ? [] : term.sections,
    quotes: term.absent ? [] : term.quotes.map(({ section, text }) => ({ section, text })),
  }
}

function stemsIn(term: Term | Absence): Set<string> {
  if (term.absent) return new Set(stemsOf(term.follows))
  return new Set(stemsOf([term.restatement, ...term.quotes.map(({ text }) => text)].join(' ')))
}

/** Words in small letters without the commonest endings. */
function stemsOf(text: string): string[] {
  return [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) =>
    word.length < 5 ? word : word.replace(/(?:ing|ed|es|s)$/, ''),
  )
}
