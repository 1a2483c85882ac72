import { grouped, listed, longDate, sentenceCase, withoutStop } from '../../in-words.ts'
import type { Absence, Fact, FactMeaning, Library, License, Term, TopicMeaning } from '../../library/index.ts'
import { plainFact } from '../../library/index.ts'
import type { ChangeKind, ChangeMeaning, FactChange } from '../types.ts'

/** What one side answers to a topic, and for which license. */
export interface AnswerOf {
  term: Term | Absence
  license: License
}

/**
 * What it means to go from the one answer to the other: one kind, a sentence with before and after, and what to do. The
 * same is said the other way round with the kinds turned.
 *
 * @returns undefined where one of the texts is not the library's
 */
export function meaningOf(
  { changes, terms: answers, topics }: Pick<Library, 'changes' | 'terms' | 'topics'>,
  left: AnswerOf | undefined,
  right: AnswerOf | undefined,
  terms: readonly FactChange[],
): ChangeMeaning | undefined {
  if (!left || !right) return undefined
  const [from, to] = [left.term, right.term]
  const meaning = changes.get(to.topic) ?? { facts: {} }
  if (from.absent && to.absent) return undefined
  if (from.absent || to.absent) {
    const silent = from.absent ? left : right
    const other =
      meaning.instead === undefined ? undefined : answers.get(`${silent.license.id}/${meaning.instead}`)
    const says = Object.entries(meaning.insteadWhere ?? {})
    const isSaid = other && !other.absent && says.every(([fact, value]) => other.facts[fact] === value)
    const instead = isSaid ? topics.get(meaning.instead!)?.title : undefined
    return cameOrWent(meaning, left, right, instead)
  }
  const facts = terms.map((change) => factMeaning(change, meaning.facts[change.fact]))
  const kinds = new Set(facts.map(({ change }) => change))
  const change: ChangeKind = kinds.has('stricter') ? 'stricter' : kinds.has('freer') ? 'freer' : 'neutral'
  const told = (['stricter', 'freer', 'neutral'] as const).flatMap((kind) => {
    const own = facts.filter((one) => one.change === kind).map(({ says }) => says)
    if (own.length === 0) return []
    const head = kinds.size === 1 ? '' : kind === 'neutral' ? 'Beside that: ' : `${sentenceCase(kind)}: `
    return [`${head}${own.join(' ')}`]
  })
  const todo = [
    ...new Set([
      ...terms.flatMap(({ fact }) => meaning.facts[fact]?.todo ?? []),
      ...(change === 'stricter' ? newControls(from, to) : []),
    ]),
  ]
  const deciding = terms.find((_, at) => facts[at]!.change === change)
  return {
    change,
    short: deciding ? sentences(deciding, meaning.facts[deciding.fact]).after : firstSentence(to.restatement),
    says:
      told.length > 0
        ? told.join(' ')
        : `The words differ. Before: ${plain(from.restatement)} After: ${plain(to.restatement)}`,
    facts,
    todo,
  }
}

/** A clause that one license alone has: its modality says what that is. */
function cameOrWent(
  { having, short }: TopicMeaning,
  left: AnswerOf,
  right: AnswerOf,
  instead: string | undefined,
): ChangeMeaning {
  const [from, to] = [left.term, right.term]
  const came = from.absent
  const term = from.absent ? to : from
  const is =
    instead !== undefined
      ? 'neutral'
      : (having ?? (term.absent ? 'neutral' : byModality[term.modality]) ?? 'neutral')
  const change: ChangeKind =
    is === 'duty'
      ? came
        ? 'new duty'
        : 'duty gone'
      : is === 'neutral'
        ? 'neutral'
        : came === (is === 'stricter')
          ? 'stricter'
          : 'freer'
  const said = (one: Term | Absence) => plain(one.absent ? one.follows : one.restatement)
  return {
    change,
    says: `Before: ${said(from)} After: ${said(to)}${instead === undefined ? '' : ` ${(came ? left : right).license.name} speaks of it under “${instead}”.`}`,
    short: short?.[to.absent ? 'without' : 'with'] ?? firstSentence(to.absent ? to.follows : to.restatement),
    facts: [],
    todo:
      !to.absent && (change === 'new duty' || change === 'stricter')
        ? newControls(from, to)
        : to.absent && (change === 'duty gone' || change === 'freer')
          ? [
              `This clause asks nothing under ${right.license.name}; what is under ${left.license.name} stays under its own rule.`,
            ]
          : [],
  }
}

const byModality: Partial<Record<Term['modality'], 'duty' | 'stricter' | 'freer'>> = {
  duty: 'duty',
  prohibition: 'stricter',
  condition: 'stricter',
  grant: 'freer',
}

/** The first two things to do that the left license did not ask for. */
function newControls(from: Term | Absence, to: Term): string[] {
  const before = from.absent ? [] : from.controls
  return to.controls.filter((one) => !before.includes(one)).slice(0, 2)
}

function factMeaning(change: FactChange, meaning: FactMeaning | undefined): ChangeMeaning['facts'][number] {
  const { fact, left, right, added, removed } = change
  const { says } = sentences(change, meaning)
  return { fact, change: directionOf(left, right, added, removed, meaning), says }
}

function directionOf(
  left: Fact | undefined,
  right: Fact | undefined,
  added: string[] | undefined,
  removed: string[] | undefined,
  meaning: FactMeaning | undefined,
): 'freer' | 'stricter' | 'neutral' {
  if (!meaning) return 'neutral'
  const turned = { freer: 'stricter', stricter: 'freer' } as const
  const { freerFirst, more, yes } = meaning
  if (yes !== undefined && typeof right === 'boolean') return right ? yes : turned[yes]
  if (more !== undefined && added && removed)
    return added.length > 0 === removed.length > 0 ? 'neutral' : added.length > 0 ? more : turned[more]
  if (more !== undefined && typeof left === 'number' && typeof right === 'number')
    return right > left ? more : turned[more]
  if (!freerFirst || typeof left !== 'string' || typeof right !== 'string') return 'neutral'
  const [from, to] = [freerFirst.indexOf(left), freerFirst.indexOf(right)]
  return from < 0 || to < 0 || from === to ? 'neutral' : to > from ? 'stricter' : 'freer'
}

/** Lists longer than this are told by what is new and what is gone. */
const SHORT = 4

/** A fact before and after in words, and after alone; of a long list, what is new and what is gone. */
function sentences(
  { means, left, right, added = [], removed = [] }: FactChange,
  { says, words }: Pick<FactMeaning, 'says' | 'words'> = { says: `${means}: {value}`, words: {} },
): { says: string; after: string } {
  const filled = (value: string) => sentenceCase(`${says.replace('{value}', () => value)}.`)
  const long = [left, right].some((one) => Array.isArray(one) && one.length > SHORT)
  if (long) {
    const parts = [
      ...(removed.length > 0 ? [`no longer ${listed(removed.map((one) => valueWords(one, words)))}`] : []),
      ...(added.length > 0 ? [`newly ${listed(added.map((one) => valueWords(one, words)))}`] : []),
    ]
    const told = filled(parts.join('; '))
    return { says: told, after: told }
  }
  const after = filled(factValue(right, words))
  return { says: `Before: ${filled(factValue(left, words))} After: ${after}`, after }
}

function factValue(value: Fact | undefined, words: Record<string, string>): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value))
    return value.length === 0 ? 'nothing' : listed(value.map((one) => valueWords(one, words)))
  if (typeof value === 'boolean') return valueWords(value ? 'yes' : 'no', words)
  return typeof value === 'number' ? grouped(value) : valueWords(value, words)
}

function valueWords(value: string, words: Record<string, string>): string {
  if (Object.hasOwn(words, value)) return words[value]!
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return longDate(value)
  // A sentence of its own ends in the sentence that it is put into.
  return withoutStop(plainFact(value))
}

/** A restatement is one paragraph of Markdown. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** The first sentence of a paragraph: a stop after a number or a letter (`1.a`) ends none. */
function firstSentence(words: string): string {
  const said = plain(words)
  return /^.*?[^\W\d_]{2,}[”’)]*[.](?= |$)/u.exec(said)?.[0] ?? said
}
