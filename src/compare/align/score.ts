import type { ClauseKind } from '../../agreement/index.ts'
import { likeness } from './likeness.ts'
import type { Unit, Units } from './unit.ts'

/** What is known of the clauses above: which left clause answers which right one; -1 where none does. */
export interface Answers {
  left: Int32Array
  right: Int32Array
}

/** How well two clauses answer each other. */
export interface Score {
  score: number
  /** What of the score is for a topic that both answer. */
  topic: number
}

/** Two clauses answer each other from this score on. */
export const leastScore = 0.42
/** And from this on where no other clause comes near, see {@link aloneBy}. */
export const leastAlone = 0.22
/** No other clause comes near where the next best for either has at most this share of the score. */
export const aloneBy = 0.7
/** However alike their places, clauses with less in common are two clauses. */
const leastShare = 0.12
/** Two clauses on the same topic answer each other where they have at least this in common too. */
const leastOnTopic = 0.03
/** A clause of fewer words lies within many others by chance. */
const enoughWords = 8
/** A clause of fewer words says nothing of a topic. */
const fewestSaying = 6
/** What it adds that both are known to answer the same topic; less where that is a guess. */
const sameTopic = 0.4

/**
 * How well two clauses answer each other: by their words first, then their headings, their place and, where it is
 * known, what they are about. Below {@link leastScore} they do not.
 */
export function scoreOf(left: Unit, right: Unit, { weights }: Units, answers?: Answers): Score {
  const { share, within } = likeness(left, right, weights)
  const short = Math.min(left.words.length, right.words.length)
  const wording = short >= enoughWords ? Math.max(share, 0.75 * within) : share
  const headed = left.heading !== '' && right.heading !== ''
  const sameHeading = headed && left.heading === right.heading
  const topic = share < leastOnTopic || isLine(left) !== isLine(right) ? 0 : topicScore(left, right)
  if (wording < leastShare && !sameHeading && topic === 0) return { score: 0, topic }
  const heading = headed ? (sameHeading ? 1 : commonStems(left, right)) : wording
  const score = 0.7 * wording + 0.15 * heading + 0.15 * placeOf(left, right, answers) + topic
  const named = sameHeading || (left.clause.kind === 'title' && right.clause.kind === 'title')
  return { score: named && samePlace(left, right, answers) ? Math.max(score, leastScore) : score, topic }
}

/** A line that names something, and says nothing of it. */
function isLine({ clause, words }: Unit): boolean {
  return clause.kind === 'heading' || clause.kind === 'title' || words.length < fewestSaying
}

/** What is added for a topic that both answer: less, the less sure that is. */
function topicScore({ topics: left }: Unit, { topics: right }: Unit): number {
  let sure = 0
  for (const one of left)
    for (const other of right)
      if (one.topic === other.topic) sure = Math.max(sure, (one.confidence ?? 1) * (other.confidence ?? 1))
  return sameTopic * sure
}

/** “1. Term.” answers “1. Term.” under the same clause, however little is left of what it says. */
function samePlace(left: Unit, right: Unit, answers: Answers | undefined): boolean {
  return left.clause.path === right.clause.path && parentsAnswer(left, right, answers) === 1
}

/** Share of the headings' words that both have. */
function commonStems({ headingStems: left }: Unit, { headingStems: right }: Unit): number {
  const common = left.filter((stem) => right.includes(stem)).length
  return (2 * common) / Math.max(1, left.length + right.length)
}

function placeOf(left: Unit, right: Unit, answers: Answers | undefined): number {
  const parent = parentsAnswer(left, right, answers)
  const kind = kindsAgree(left.clause.kind, right.clause.kind)
  const depth = left.depth === right.depth ? 0.1 : 0
  const path =
    left.clause.path === right.clause.path || left.clause.ordinal === right.clause.ordinal ? 0.45 : 0
  return kind + depth + path + 0.3 * parent
}

/** A definition or a title is hardly ever answered by anything else. */
function kindsAgree(left: ClauseKind, right: ClauseKind): number {
  if (left === right) return 0.15
  return [left, right].some((kind) => kind === 'definition' || kind === 'title') ? -0.5 : 0
}

/** 1 where the clauses above answer each other, -2 where they answer others, 0 where that is not known. */
function parentsAnswer(left: Unit, right: Unit, answers: Answers | undefined): number {
  if (left.parent < 0 && right.parent < 0) return 1
  if (!answers) return 0
  if (left.parent < 0 || right.parent < 0) return -1
  const [there, here] = [answers.left[left.parent]!, answers.right[right.parent]!]
  if (there === right.parent) return 1
  return there < 0 && here < 0 ? 0 : there >= 0 && here >= 0 ? -2 : -1
}

/** What two clauses that answer each other add to the whole: long ones say more of where they belong. */
export function worth(left: Unit, right: Unit, score: number): number {
  return (score - leastAlone / 2) * (1 + Math.log2(1 + Math.min(left.words.length, right.words.length)))
}
