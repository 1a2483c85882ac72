import { headedPieces, headOf, isChange, statusWords, toldStatus } from '../../compare/report.ts'
import type { FactChange, Pair, Piece, TopicAnswer, TopicComparison } from '../../compare/types.ts'
import type { ImpactCase } from '../../library/index.ts'
import { factWords } from '../../library/index.ts'
import { type Run, runsWithHits } from './hits.ts'
import { caseNames } from './query.ts'

/** A run of words as the template sets it. */
interface Words {
  text: string
  inserted: boolean
  deleted: boolean
  /** Whether they are what is searched. */
  hit: boolean
}

/** One pair of clauses, as the page shows it. */
export interface ClauseView {
  anchor: string
  /** Addresses of the two sides, and both in one. */
  left: string
  right: string
  address: string
  heading: string
  /** The topic that the heading names. */
  topic: string | undefined
  /** Topics that it answers. */
  topics: { id: string; title: string }[]
  statuses: string[]
  status: string
  change: boolean
  identical: boolean
  depth: number
  /** Whether it has no words but its heading. */
  bare: boolean
  /** The first words, for one that is folded. */
  start: string
  inline: { heading: Words[]; body: Words[] }
  sides: {
    left: { heading: Words[]; body: Words[] } | undefined
    right: { heading: Words[]; body: Words[] } | undefined
  }
  /** What the change means, of the topic that weighs most. */
  meaning: Meaning[]
}

/** What a topic's change comes to. */
export interface Meaning {
  id: string
  title: string
  facts: FactView[]
  impact: ImpactView[]
}

export interface FactView {
  name: string
  means: string
  left: string
  right: string
}

export interface ImpactView {
  name: string
  left: string
  right: string
  /** Whether both say the same, so that it is said once. */
  same: boolean
}

export function clauseView(
  pair: Pair,
  anchor: string,
  topics: TopicComparison[],
  cases: ImpactCase[],
  sought?: RegExp,
): ClauseView {
  const { left, right, address, heading: said } = headOf(pair)
  // The address of a heading without a number has its words already.
  const heading = address.includes(`“${said}”`) ? '' : said
  const { heading: head, body } = headedPieces(pair)
  const parted = { heading: runsWithHits(head, sought), body: runsWithHits(body, sought) }
  const side = (op: Piece['op']) => ({
    heading: parted.heading.filter((piece) => piece.op === 'equal' || piece.op === op).map(words),
    body: parted.body.filter((piece) => piece.op === 'equal' || piece.op === op).map(words),
  })
  // A heading alone answers nothing: what it heads does.
  const named = parted.body.some(({ text }) => /\p{L}/u.test(text)) ? (pair.topics ?? []) : []
  return {
    anchor,
    left,
    right,
    address,
    heading,
    // A restatement is headed by its topic; a clause names those that it answers.
    topic: named.find(({ title }) => title === heading)?.id,
    topics: named.some(({ title }) => title === heading) ? [] : named.map(({ id, title }) => ({ id, title })),
    statuses: statusWords(pair),
    status: pair.status,
    change: isChange(pair),
    identical: pair.status === 'identical' && !pair.moved,
    depth: Math.min(4, (pair.right ?? pair.left)?.depth ?? 0),
    bare: parted.body.every(({ text }) => !/\p{L}/u.test(text)),
    start: startOf((pair.right ?? pair.left)?.text ?? '', heading),
    inline: { heading: parted.heading.map(words), body: parted.body.map(words) },
    sides: {
      left: pair.left ? side('delete') : undefined,
      right: pair.right ? side('insert') : undefined,
    },
    meaning: (isChange(pair) ? named : []).flatMap(({ id }) => {
      const topic = topics.find((one) => one.id === id)
      const known = topic && !topic.guess && toldStatus(topic) !== undefined
      return known ? [meaningOf(topic, cases)] : []
    }),
  }
}

const words = ({ op, text, hit }: Run): Words => ({
  text,
  inserted: op === 'insert',
  deleted: op === 'delete',
  hit,
})

export function meaningOf(topic: TopicComparison, cases: ImpactCase[]): Meaning {
  const { id, title, terms, left, right } = topic
  // What a change means in a text that the library does not know, nobody here can say.
  if (topic.guess) return { id, title, facts: [], impact: [] }
  return {
    id,
    title,
    facts: terms.map(factView),
    impact: cases.flatMap((one) => impactView(one, left, right)),
  }
}

function factView({ fact, means, left, right }: FactChange): FactView {
  return { name: fact.replaceAll('_', ' '), means, left: factWords(left), right: factWords(right) }
}

function impactView(one: ImpactCase, left?: TopicAnswer, right?: TopicAnswer): ImpactView[] {
  const says = (answer?: TopicAnswer) => answer?.impact[one] ?? (answer?.absent ? answer.says : '')
  const [before, after] = [says(left), says(right)]
  if (before === '' && after === '') return []
  return [{ name: caseNames[one], left: before || '—', right: after || '—', same: before === after }]
}

function startOf(text: string, heading: string): string {
  const rest = text.startsWith(heading) ? text.slice(heading.length).replace(/^[.:\s]+/, '') : text
  return rest.length > 90 ? `${rest.slice(0, 90).replace(/\s+\S*$/, '')} …` : rest
}
