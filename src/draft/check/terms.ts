import type { Root } from 'mdast'
import { placesIn } from '../../coherence/index.ts'
import { remembered } from '../../reading/remembered.ts'
import type { FrontMatter } from '../template/front-matter.ts'
import { nodesOf } from '../tree/nodes.ts'
import type { DraftMessage } from '../types.ts'
import { type Passage, value } from './passages.ts'

/** Words with capital letters that no document has to define. */
const names =
  'Meta,Llama,Meta Platforms,Clausebook,Section,Sections,Schedule,Schedules,Recital,I,January,February,March,April,May,June,July,August,September,October,November,December,European Union,United States,California,Notice'.split(
    ',',
  )

/**
 * Terms that are defined and not used, used and not defined, or defined twice.
 *
 * @param exact words that a license demands as they stand, and no document defines
 */
export function terms(
  tree: Root,
  passages: readonly Passage[],
  front: FrontMatter,
  exact: () => readonly string[],
): DraftMessage[] {
  const defined = nodesOf(tree, 'definedTerm').map(({ term }) => term)
  const all = passages.map(({ words }) => words).join('\n')
  const prose = passages.filter(({ kind }) => kind !== 'heading')
  return [
    ...twice(defined),
    ...new Set(defined.filter((term) => !occurs(all, term, 2)).map(unused)),
    ...(front.capitals === 'terms'
      ? undefinedIn(
          prose.map(({ words }) => words),
          new Set([...defined, ...front.defined_elsewhere, ...front.names, ...names, ...exact()]),
        )
      : []),
  ]
}

function twice(defined: string[]): DraftMessage[] {
  const again = new Set(defined.filter((term, at) => defined.indexOf(term) < at))
  return [...again].map((term) => ({
    rule: 'twice-defined',
    reason: `:term[${term}] is defined twice`,
    about: `:term[${term}]`,
  }))
}

function unused(term: string): DraftMessage {
  const about = `:term[${term}]`
  return { rule: 'unused-term', reason: `${about} is defined and not used`, about }
}

/** Whether a term stands in the words so often, also in its plural. */
export function occurs(words: string, term: string, times = 1): boolean {
  let count = 0
  for (let at = words.indexOf(term); at >= 0; at = words.indexOf(term, at + 1)) {
    if (isWordAt(words, at - 1) || !endsAt(words, at + term.length)) continue
    count += 1
    if (count === times) return true
  }
  return false
}

/** Whether a word ends at a place, there or after the ending of a plural. */
function endsAt(words: string, at: number): boolean {
  return ['', 's', 'es'].some(
    (ending) => words.startsWith(ending, at) && !isWordAt(words, at + ending.length),
  )
}

function isWordAt(words: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(words[at] ?? '')
}

/** Words with a capital letter in a row. */
const capitals = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\u2019-]*(?: \p{Lu}[\p{L}\u2019-]*)*/gu

/** Inside a sentence, where a capital letter means something. */
const inside = /(?:[\p{Ll},;:)\u2019\d] |[(\u201C])$/u

/** Rows of capitalised words in a passage, but in front of a value, whose name they may be part of. */
const rowsIn = remembered((words: string) =>
  [...words.matchAll(capitals)].flatMap(({ 0: run, index }) =>
    words[index + run.length] === value
      ? []
      : [
          {
            run,
            row: run.split(' '),
            // The word that opens a sentence has its capital letter from there, but may begin a term of several words.
            opens: !inside.test(words.slice(Math.max(0, index - 2), index)),
          },
        ],
  ),
)

function undefinedIn(passages: string[], known: Set<string>): DraftMessage[] {
  const found = new Set<string>()
  for (const words of passages) {
    for (const { row, run, opens } of rowsIn(words)) {
      const unknown = leftOver(row, [known])
      const rest = unknown.length === 0 ? unknown : leftOver(row, [known, placesNamed(run)])
      if (opens && rest[0] === row[0]) rest.shift()
      for (const word of rest) found.add(word)
    }
  }
  return [...found].map((term) => ({
    rule: 'undefined-term',
    reason: `“${term}” is used and not defined`,
    about: term,
  }))
}

/** Countries, states and towns, which no document defines, as a row of capitalised words names them. */
const placesNamed = remembered((row: string) => new Set(placesIn(row).map(({ said }) => said)))

/** What remains of a row of capitalised words when known terms are taken out, the longest first. */
function leftOver(words: readonly string[], known: readonly ReadonlySet<string>[]): string[] {
  const rest: string[] = []
  for (let at = 0; at < words.length; ) {
    let length = words.length - at
    while (length > 0 && !isKnown(words.slice(at, at + length).join(' '), known)) length -= 1
    if (length === 0) rest.push(words[at]!)
    at += Math.max(1, length)
  }
  return rest
}

function isKnown(words: string, known: readonly ReadonlySet<string>[]): boolean {
  return formsOf(words).some((form) => known.some((terms) => terms.has(form)))
}

/** Words as a term may be defined that they use in the plural or with an ’s. */
const formsOf = remembered((words: string): string[] => {
  const bare = words.replace(/\u2019s?$/, '')
  return [bare, bare.replace(/s$/, ''), bare.replace(/es$/, '')]
})
