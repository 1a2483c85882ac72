import {
  type Absence,
  type Fact,
  type Library,
  type License,
  type Term,
  type TextKind,
  type Topic,
  withoutVersion,
} from '../../library/index.ts'
import type { TopicAnswer, TopicComparison } from '../types.ts'
import { factChanges } from './facts.ts'
import { type AnswerOf, meaningOf } from './meaning.ts'

/** Which text of which license: `llama-2`, `llama-2/use-policy`. */
export interface LibraryText {
  license: License
  document: TextKind
}

/** The library's text with an id of a comparison, or undefined where the library does not know it. */
export function libraryText(library: Library, id: string): LibraryText | undefined {
  const [name = '', document = 'agreement'] = id.replace(/@.*$/, '').split('/')
  const license = library.licenses.get(name)
  if (!license || (document !== 'agreement' && document !== 'use-policy')) return undefined
  return { license, document }
}

/**
 * Every topic of a kind of text under two licenses, the weightiest change first.
 *
 * @param left undefined where the library does not know the left text; the right one is then told alone
 */
export function compareTopics(
  library: Library,
  document: TextKind,
  left: License | undefined,
  right: License | undefined,
): TopicComparison[] {
  const compared = library.groups
    .filter((group) => group.document === document)
    .flatMap((group) => group.topics.map((topic) => compareTopic(library, topic, group.title, left, right)))
  const rank = (topic: TopicComparison) => (topic.status === 'same' || topic.status === 'silent' ? 1 : 0)
  return compared.sort((a, b) => rank(a) - rank(b) || b.weight - a.weight || b.terms.length - a.terms.length)
}

function compareTopic(
  library: Library,
  topic: Topic,
  groupTitle: string,
  leftLicense: License | undefined,
  rightLicense: License | undefined,
): TopicComparison {
  const answer = (license: License | undefined) => license && library.terms.get(`${license.id}/${topic.id}`)
  const [left, right] = [answer(leftLicense), answer(rightLicense)]
  const terms =
    left && right && !left.absent && !right.absent
      ? factChanges(library.facts.get(topic.id) ?? {}, left.facts, right.facts)
      : []
  const same =
    left && right
      ? withoutVersion(termWords(left), leftLicense!) === withoutVersion(termWords(right), rightLicense!)
      : true
  const facts = terms.filter(
    (change) => masked(change.left, leftLicense) !== masked(change.right, rightLicense),
  )
  const status = statusOf(left, right, same && facts.length === 0)
  const of = (term: Term | Absence | undefined, license: License | undefined): AnswerOf | undefined =>
    term && license && { term, license }
  const meaning =
    status === 'silent' || (status === 'same' && terms.length === 0)
      ? undefined
      : meaningOf(library, of(left, leftLicense), of(right, rightLicense), terms)
  return {
    id: topic.id,
    title: topic.title,
    group: { id: topic.group, title: groupTitle },
    document: topic.document,
    question: topic.question,
    why: topic.why,
    weight: topic.weight,
    weightReason: topic.weightReason,
    status,
    ...(left ? { left: answerOf(left) } : {}),
    ...(right ? { right: answerOf(right) } : {}),
    terms,
    ...(meaning ? { meaning } : {}),
    pairs: [],
  }
}

/** A value without the version's own name and dates: a notice that only names another version is the same. */
function masked(value: Fact | undefined, license: License | undefined): string | undefined {
  return value === undefined || !license ? undefined : withoutVersion(JSON.stringify(value), license)
}

function statusOf(
  left: Term | Absence | undefined,
  right: Term | Absence | undefined,
  same: boolean,
): TopicComparison['status'] {
  const [here, there] = [left && !left.absent, right && !right.absent]
  if (here && there) return same ? 'same' : 'changed'
  if (here) return 'removed'
  return there ? 'added' : 'silent'
}

function termWords(term: Term | Absence): string {
  return term.absent ? term.follows : term.restatement
}

function answerOf(term: Term | Absence): TopicAnswer {
  const { license, absent } = term
  if (absent)
    return { license, says: term.follows, absent, sections: [], quotes: [], impact: {}, controls: [] }
  const { sections, impact, controls } = term
  // For which uses one is quoted is for documents to ask: a comparison is of two texts, whoever uses them.
  const quotes = term.quotes.map(({ section, text }) => ({ section, text }))
  return { license, says: term.restatement, absent, sections, quotes, impact, controls }
}
