import type { Comparison, Pair } from '../compare/index.ts'
import type { Library, Term, TextKind } from '../library/index.ts'
import { placesOf } from '../library/match.ts'
import type {
  ChangedClause,
  Impact,
  SectionFate,
  TouchedPart,
  TouchedSection,
  TouchedTopic,
} from './types.ts'

/** What a change is of. */
export interface Changed {
  /** `llama-3.1/use-policy`. */
  text: string
  license: string
  comparison: Comparison
  /** Id of the license that the newer text is of, where the library has it. */
  to?: string
}

/** What the library has that rests on the clauses which changed, without who is touched by it. */
export type LibraryImpact = Omit<Impact, 'vendors' | 'matters'>

/**
 * What a change of a text touches in the library: the topics that rest on a clause which changed, the quotes that are not in
 * their place any more, and what rests on those topics. A clause whose signs alone differ touches nothing but the quotes in it.
 */
export function impactOn(library: Library, { text, license, comparison, to }: Changed): LibraryImpact {
  const { pairs, right } = comparison
  const documents = new Set(pairs.map(({ document }) => document))
  const known = new Map(
    (comparison.knowledge?.topics ?? []).map(({ id, meaning }) => [id, meaning?.short ?? meaning?.says]),
  )
  const topics = [...library.terms.values()]
    .filter((term): term is Term => term.license === license && !term.absent && documents.has(term.document))
    .flatMap((term): TouchedTopic[] => {
      const topic = library.topics.get(term.topic)
      if (!topic) return []
      const sections = term.sections.map((section) => fateOf(section, term.document, pairs))
      const quotes = term.quotes.flatMap(({ section, text: words }) => {
        const fate = quoteFate(section, words, term.document, pairs)
        return fate === 'there' ? [] : [{ section, text: words, fate }]
      })
      const isTouched = sections.some(({ fate }) => !isAsItWas(fate))
      if (!isTouched && quotes.length === 0) return []
      const means = known.get(term.topic)
      return [
        {
          id: topic.id,
          title: topic.title,
          document: term.document,
          weight: topic.weight,
          sections,
          quotes,
          ...(means !== undefined && { means }),
        },
      ]
    })
  const all = [...topics, ...newTopics(library, comparison)].sort(
    (one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1),
  )
  const touched = new Set(all.map(({ id }) => id))
  const resting = <T extends { id: string; title: string }>(
    parts: Iterable<T>,
    of: (part: T) => readonly string[],
  ): TouchedPart[] =>
    [...parts].flatMap((part) => {
      const on = [...new Set(of(part))].filter((topic) => touched.has(topic))
      return on.length === 0 ? [] : [{ id: part.id, title: part.title, topics: on }]
    })
  return {
    text,
    license,
    against: right.id,
    ...(to !== undefined && { to }),
    clauses: pairs.flatMap(changedClause),
    topics: all,
    positions: resting(
      [...library.positions.values()].filter(({ appliesTo }) => appliesTo.includes(license)),
      ({ topic }) => [topic],
    ),
    flowDowns: resting(library.flowDowns.values(), ({ topic }) => [topic]),
    duties: resting(library.duties.values(), ({ topic, cites }) => [topic, ...topicsOf(cites)]),
    risks: resting(library.risks.values(), ({ topics: own, cites }) => [...own, ...topicsOf(cites)]),
    unread: comparison.unread.map(
      ({ side, kind, place }) =>
        `${side === 'left' ? text : right.id}: ${kind.replaceAll('-', ' ')}${place === '' ? '' : `, ${place}`}`,
    ),
  }
}

/** Topics that the new text alone answers, where the library knows it. */
function newTopics({ topics }: Library, { knowledge }: Comparison): TouchedTopic[] {
  return (knowledge?.topics ?? []).flatMap(
    ({ id, title, document, status, guess, meaning }): TouchedTopic[] => {
      if (status !== 'added' || guess) return []
      const means = meaning?.short ?? meaning?.says
      return [
        {
          id,
          title,
          document,
          weight: topics.get(id)?.weight ?? 1,
          sections: [],
          quotes: [],
          ...(means !== undefined && { means }),
        },
      ]
    },
  )
}

function topicsOf(cites: readonly { topic: string }[]): string[] {
  return cites.map(({ topic }) => topic)
}

function changedClause(pair: Pair): ChangedClause[] {
  const { document, left, right, pieces } = pair
  const fate = left ? fateOfPair(pair) : 'new'
  if (fate === 'same' || fate === 'names and signs alone' || fate === 'changed below') return []
  return [
    {
      document,
      ...(left && { was: left.path }),
      ...(right && { is: right.path }),
      cited: (left ?? right)?.section ?? '',
      ...(left && right && left.path !== right.path && { citedNow: right.section }),
      fate,
      words: (right ?? left)?.text ?? '',
      pieces: left && right ? pieces.map(({ op, text }) => ({ op, text })) : [],
    },
  ]
}

function fateOfPair({ status, left, right, moved }: Pair): SectionFate {
  if (!right) return 'gone'
  const elsewhere = moved || (left !== undefined && left.path !== right.path)
  if (status === 'changed') return elsewhere ? 'changed and moved' : 'changed'
  if (elsewhere) return 'moved'
  return status === 'cosmetic' ? 'names and signs alone' : 'same'
}

/** What became of a section: of its own clause, or else that one below it changed. */
function fateOf(section: string, document: TextKind, pairs: readonly Pair[]): TouchedSection {
  const own = around(section, document, pairs)
  const [first] = own
  if (!first) return { was: section, cited: section, fate: 'gone' }
  const fate = own.map(fateOfPair).find((one) => one !== 'same') ?? 'same'
  const below = pairs.some(
    (pair) =>
      pair.document === document &&
      (isBelow(pair.left?.path, section) || isBelow(pair.right?.path, first.right?.path ?? '')) &&
      !isAsItWas(fateOfPair(pair)),
  )
  const is = first.right?.path
  return {
    was: section,
    cited: first.left?.section ?? section,
    ...(is !== undefined && { is }),
    ...(first.right && { citedNow: first.right.section }),
    fate: isAsItWas(fate) && below ? 'changed below' : fate,
  }
}

function isAsItWas(fate: SectionFate): boolean {
  return fate === 'same' || fate === 'names and signs alone'
}

/** An enumeration inside a sentence (`1.b.i.A`) has no clause of its own: it is in that of the sentence. */
function around(section: string, document: TextKind, pairs: readonly Pair[]): Pair[] {
  for (let path = section; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const found = pairs.filter((pair) => pair.document === document && pair.left?.path === path)
    if (found.length > 0) return found
  }
  return []
}

function isBelow(path: string | undefined, section: string): boolean {
  return section !== '' && path !== undefined && path.startsWith(`${section}.`)
}

function quoteFate(
  section: string,
  words: string,
  document: TextKind,
  pairs: readonly Pair[],
): 'there' | 'gone' | 'elsewhere' {
  const mine = around(section, document, pairs)
  const has = ({ right }: Pair) => right !== undefined && placesOf(right.text, words).length > 0
  const whole = mine.map(({ right }) => right?.text ?? '').join(' ')
  if (mine.some(has) || placesOf(whole, words).length > 0) return 'there'
  return pairs.some((pair) => pair.document === document && has(pair)) ? 'elsewhere' : 'gone'
}
