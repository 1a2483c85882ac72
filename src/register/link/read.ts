import { stringify } from 'yaml'
import { askedOfVendors, printedQuestionnaire } from '../../draft/index.ts'
import type { Library } from '../../library/index.ts'
import { fieldOf, readMatter } from '../../matter/index.ts'
import { type FactsFromAnswers, factsFromAnswers, unknownModelIn } from '../../matter/written.ts'
import { changesOf, valueWords } from '../change.ts'
import type { VendorRecord } from '../types.ts'
import type { GivenAnswer, GivenAnswers } from './types.ts'

/** What an answer would make of a fact. */
export interface ReadAnswer {
  fact: string
  question: string
  /** As it was said. */
  words: string
  /** What the register has. */
  before: string
  /** What it would have. */
  after?: string
  /** Why it is not read, or not for the vendor to say. */
  reason?: string
  /** `same`: the register has it so; `open`: a person reads it. */
  state: 'new' | 'change' | 'same' | 'open'
}

/** Answers as they are read, and what the register would have of them. */
export interface AnswersRead {
  rows: ReadAnswer[]
  /** Values by the path of the fact, of those that would change anything. */
  values: Record<string, unknown>
}

/** Reads answers by the rules by which a questionnaire that comes back is read, against what is kept of the vendor. */
export function readAnswers(
  { at, said }: Pick<GivenAnswers, 'at' | 'said'>,
  { vendor }: Pick<VendorRecord, 'vendor'>,
  library: Library,
): AnswersRead {
  const made = factsIn(said, stringify({ matter: 'Answers', vendor }), library, at.slice(0, 10))
  const after = readMatter(made.yaml, 'answers').vendor ?? {}
  const changes = new Map(changesOf({ vendor }, { vendor: after }).map((one) => [one.path, one]))
  const values: Record<string, unknown> = {}
  const questions = printedQuestionnaire(library).asks
  const rows = said.map(({ fact, words }): ReadAnswer => {
    const own = { fact, question: questions?.get(fact) ?? fieldOf(fact)?.question ?? fact, words }
    const before = valueWords(valueAt({ vendor }, fact))
    const open = [...made.wrong, ...made.kept].find((one) => one.fact === fact)
    if (open) return { ...own, before, state: 'open', reason: open.reason }
    const change = changes.get(fact)
    if (!change) return { ...own, before, state: 'same' }
    values[fact] = change.after
    const state = change.before === undefined || change.before === 'unknown' ? 'new' : 'change'
    return { ...own, before, after: valueWords(change.after), state }
  })
  return { rows, values }
}

/** Answers that would not be read, whoever gives them: told before they are sent, without a word of what is kept. */
export function unreadAnswers(
  said: readonly GivenAnswer[],
  library: Library,
  on: string,
): FactsFromAnswers['wrong'] {
  return factsIn(said, 'matter: Answers\n', library, on).wrong
}

function factsIn(said: readonly GivenAnswer[], source: string, library: Library, on: string) {
  return factsFromAnswers(
    [...said],
    source,
    'answers',
    askedOfVendors(),
    undefined,
    unknownModelIn(library),
    // A person says of each whether it is taken over.
    { accept: true, on, questions: printedQuestionnaire(library).asks },
  )
}

function valueAt(facts: object, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => Object(at)[key], facts)
}
