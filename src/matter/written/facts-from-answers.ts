import { type Document, isMap, isNode, isScalar, parseDocument, type Scalar } from 'yaml'
import { Problem } from '../../problem.ts'
import { type Field, fieldOf } from '../fields.ts'
import { checkFacts, readMatter } from '../read.ts'
import type { Matter } from '../schema/index.ts'
import { unknown } from '../schema/leaf.ts'
import { answerOf, evasionIn, unansweredIn } from './answer.ts'
import type { WrittenAnswer } from './answers.ts'
import { dayOf } from './day.ts'
import { withFact } from './path.ts'

/** What became of the answers of a questionnaire. */
export interface FactsFromAnswers {
  /** The matter file with the answers in it; what stood in it before, comments included, stays. */
  yaml: string
  /** Paths of the facts that were read. */
  taken: string[]
  /** Facts that stay open, since what was written is not read. */
  wrong: UnreadAnswer[]
  /** Facts of ours that an answer would change, and did not. */
  kept: KeptFact[]
  /** How many questions there were, and how many of them had words behind them. */
  asked: number
  answered: number
}

/** A fact that an answer contradicts, and that stays as we have it. */
export interface KeptFact {
  fact: string
  question: string
  /** What stands in the matter. */
  ours: string
  /** As the vendor wrote it. */
  words: string
  reason: string
}

/** Where answers come from, and what they may do. */
export interface AnswersSaid {
  /** Who answered, and when, kept beside each fact. */
  by?: string | undefined
  on?: string | undefined
  /** The file that they came in. */
  from?: string | undefined
  /** Whether facts that we had from elsewhere may change. */
  accept?: boolean | undefined
  /** The questions as the form put them, by the fact. */
  questions?: ReadonlyMap<string, string> | undefined
  /** Facts that another form of the same vendor answers otherwise, each with how. */
  contested?: ReadonlyMap<string, string> | undefined
}

/** An answer that says nothing that can be taken for a fact. */
export interface UnreadAnswer {
  fact: string
  /** The question, as the matter asks it. */
  question: string
  /** As it is written. */
  words: string
  reason: string
}

/**
 * Writes answers into a matter file. Only what the questionnaire asks is taken: the file comes from the vendor, who has
 * no say in the client's own facts.
 *
 * @param source the matter file
 * @param file its name for messages
 * @param vendor which vendor of the matter's list answered; left out, the one under `vendor`, or the only one of the list
 * @param doubtful why a value is not taken all the same, such as a name of a model that nobody knows
 * @param said where the answers come from, and what they may do
 * @throws Problem where the matter itself is wrong, or has no vendor of that name
 */
export function factsFromAnswers(
  answers: WrittenAnswer[],
  source: string,
  file: string,
  asked: ReadonlySet<string>,
  vendor?: string,
  doubtful?: (fact: string, value: unknown) => string | undefined,
  { accept = false, questions: printed, contested, ...origin }: AnswersSaid = {},
): FactsFromAnswers {
  const matter = readMatter(source, file)
  const place = placeOf(matter, vendor ?? listedName(matter, answers))
  requireSameVendor(matter, place, answers, accept)
  const document = parseDocument(source)
  const taken = new Map<string, unknown>()
  const printedByUs = new Set<string>()
  const day = dayOf(origin.on ?? '')
  const wrong: UnreadAnswer[] = []
  const unsure = new Set<string>()
  for (const { fact, words, beside } of answers) {
    const field = fieldOf(fact)
    if (!field) continue
    const question = printed?.get(fact) ?? field.question
    const how = { question, ...(day !== undefined && { day }) }
    const value = answerOf(field, words, how)
    if (beside !== undefined) {
      const reason = `“${beside}” stands in no column for answers`
      wrong.push({ fact, question, words: [words, beside].join(' ').trim(), reason })
      taken.delete(fact)
      unsure.add(fact)
      continue
    }
    if (value === undefined || unsure.has(fact)) continue
    const reason =
      refusal(field, fact, value, asked) ??
      (value === unknown ? undefined : unansweredIn(field, words, how)) ??
      (value === unknown || field.said === undefined ? evasionIn(field, words) : undefined) ??
      doubtful?.(fact, value) ??
      twice(taken, fact, value) ??
      contested?.get(fact)
    if (reason === undefined) taken.set(fact, value)
    else {
      wrong.push({ fact, question, words, reason })
      // Of two answers that differ neither is known to be the one.
      if (taken.delete(fact)) unsure.add(fact)
    }
  }
  const kept: KeptFact[] = []
  const wordsOf = new Map(answers.map(({ fact, words }) => [fact, words.trim()]))
  for (const [fact, value] of taken) {
    const [group, ...rest] = fact.split('.')
    const keys = group === 'vendor' ? [...place, ...rest] : [group, ...rest]
    const before = plainOf(document.getIn(keys, true))
    // Nobody unlearns a fact because the vendor does not know it.
    if (value === unknown && document.hasIn(keys)) continue
    if (same(before, value)) {
      if (PRINTED.has(fact) && !isSaid(document, keys)) printedByUs.add(fact)
      continue
    }
    const words = wordsOf.get(fact) ?? ''
    const field = fieldOf(fact)!
    const ours = before !== undefined && before !== null && before !== unknown && !isSaid(document, keys)
    if (isOurs(fact) || (ours && !accept)) {
      const reason = isOurs(fact)
        ? 'what the vendor is decides on the clauses, and is for us to say: set it in the matter'
        : 'the matter says otherwise, and not by an answer: --accept takes the answer'
      kept.push({
        fact,
        question: printed?.get(fact) ?? field.question,
        ours: shownValue(before),
        words,
        reason,
      })
      taken.delete(fact)
      continue
    }
    if (keys[0] !== 'vendors' && !isMap(document.get(keys[0]))) document.set(keys[0], document.createNode({}))
    document.setIn(keys, value)
    if (Object.values(origin).some((one) => one !== undefined))
      remark(document, keys, { words, before, ...origin })
  }
  const said = answers.filter(({ words, beside }) => words.trim() !== '' || beside !== undefined)
  // A form on which nothing else stands is as we printed it.
  if (said.every(({ fact, beside }) => PRINTED.has(fact) && beside === undefined))
    for (const { fact } of said) printedByUs.add(fact)
  for (const fact of printedByUs) taken.delete(fact)
  return {
    yaml: document.toString({ lineWidth: 0 }),
    taken: [...taken.keys()],
    wrong,
    kept,
    asked: new Set(answers.map(({ fact }) => fact)).size,
    answered: new Set(said.map(({ fact }) => fact).filter((fact) => !printedByUs.has(fact))).size,
  }
}

/** What the form itself says of the vendor, where we know it. */
const PRINTED = new Set(['vendor.name', 'vendor.product'])

/** What is never the vendor's to set. */
function isOurs(fact: string): boolean {
  return fact === 'vendor.kind'
}

function plainOf(node: unknown): unknown {
  return isNode(node) ? node.toJSON() : node
}

function same(before: unknown, value: unknown): boolean {
  const plain = (one: unknown) => (one === true ? 'yes' : one === false ? 'no' : one)
  return before !== undefined && JSON.stringify(plain(before)) === JSON.stringify(plain(value))
}

function shownValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  return Array.isArray(value) ? value.join('; ') || 'none' : String(value)
}

/** How the remark beside a fact begins that an answer gave. */
const SAID = ' Answered: '

/** Whether a fact is from an answer, by the remark beside it. */
function isSaid(document: Document, keys: readonly unknown[]): boolean {
  return keyOf(document, keys)?.commentBefore?.includes(SAID.trim()) ?? false
}

/** Writes beside a fact what the vendor said, who, when and in which file, and what stood there before. */
function remark(
  document: Document,
  keys: readonly unknown[],
  {
    words,
    by,
    on,
    from,
    before,
  }: { words: string; before: unknown } & Pick<AnswersSaid, 'by' | 'on' | 'from'>,
): void {
  const key = keyOf(document, keys)
  if (!key) return
  const source = [by && `by ${by}`, on && `on ${on}`, from && `in ${from}`].filter(Boolean).join(', ')
  const line = `${SAID}“${oneLine(words)}”${source === '' ? '' : `, ${oneLine(source)}`}; before: ${oneLine(shownValue(before))}`
  key.commentBefore = [key.commentBefore, line].filter(Boolean).join('\n')
}

function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** The key of a fact in its group, before which remarks stand. */
function keyOf(document: Document, keys: readonly unknown[]): Scalar | undefined {
  const group = document.getIn(keys.slice(0, -1), true)
  if (!isMap(group)) return undefined
  for (const pair of group.items) {
    const { key } = pair
    if (isScalar(key) ? key.value === keys.at(-1) : key === keys.at(-1)) {
      if (isScalar(key)) return key
      const fresh = document.createNode(key) as Scalar
      pair.key = fresh
      return fresh
    }
  }
  return undefined
}

/** The vendor of the list that the form names. */
function listedName({ vendors = [], vendor }: Matter, answers: readonly WrittenAnswer[]): string | undefined {
  const said = nameIn(answers)
  if (said === undefined || vendor !== undefined || vendors.length < 2) return undefined
  return vendors.find(({ name }) => name !== undefined && name !== unknown && isSameName(name, said))?.name
}

/** The vendor's name as the form says it, where it says one. */
function nameIn(answers: readonly WrittenAnswer[]): string | undefined {
  const said = answers.find(({ fact, words }) => fact === 'vendor.name' && words.trim() !== '')?.words
  return said === undefined || unansweredIn(fieldOf('vendor.name')!, said) !== undefined
    ? undefined
    : oneLine(said)
}

/** Whether two names are of one company: dots, commas and capitals tell none from another. */
export function isSameName(one: string, other: string): boolean {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return plain(one) === plain(other)
}

/**
 * Stops the answers of one vendor from becoming facts of another.
 *
 * @throws Problem where the form names a vendor that is not the one whose facts it would give
 */
function requireSameVendor(
  { vendors = [], vendor }: Matter,
  place: readonly (string | number)[],
  answers: readonly WrittenAnswer[],
  accept: boolean,
): void {
  const said = nameIn(answers)
  const ours = place[0] === 'vendors' ? vendors[Number(place[1])]?.name : vendor?.name
  if (said === undefined || ours === undefined || ours === unknown || isSameName(ours, said)) return
  const other = vendors.find(({ name }) => name !== undefined && isSameName(name, said))?.name
  if (other === undefined && accept) return
  const way =
    other === undefined
      ? 'give --accept where it is the same vendor under a new name'
      : `give --vendor ${JSON.stringify(other)}`
  throw new Problem(
    'vendor',
    `the form says that “${said}” answers, and its answers would be written into “${ours}”: nothing is taken; ${way}`,
  )
}

/** Where the facts of the vendor stand that answered. */
function placeOf({ vendors = [], vendor }: Matter, name: string | undefined): (string | number)[] {
  const at = vendors.findIndex((one) => one.name === name)
  if (name === undefined) return vendor === undefined && vendors.length === 1 ? ['vendors', 0] : ['vendor']
  if (at >= 0) return ['vendors', at]
  if (vendor?.name === name) return ['vendor']
  const names = vendors.flatMap((one) => one.name ?? [])
  throw new Problem(
    'vendor',
    `--vendor ${name}: no vendor of the matter has that name${names.length > 0 ? `: there is ${names.join('; ')}` : ''}`,
  )
}

function refusal(
  { path }: Field,
  fact: string,
  value: unknown,
  asked: ReadonlySet<string>,
): string | undefined {
  if (!asked.has(path)) {
    return 'is no question of the questionnaire: the client answers it in the matter'
  }
  const { wrong } = checkFacts(withFact({ matter: 'Answers' }, fact, value))
  return wrong[0]?.reason
}

function twice(taken: Map<string, unknown>, fact: string, value: unknown): string | undefined {
  const before = taken.get(fact)
  return before === undefined || JSON.stringify(before) === JSON.stringify(value)
    ? undefined
    : 'is answered twice, each time otherwise: leave one answer'
}
