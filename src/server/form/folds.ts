import type { CardOf } from './cards.ts'
import { noneOfThem } from './read.ts'
import type { FieldView } from './view.ts'

/** Questions of a card in one line that unfolds. */
export interface Fold {
  /** What was answered, in a line, or why nobody need answer. */
  line: string
  /** What unfolds it. */
  act: 'change' | 'show'
  fields: FieldView[]
  /** Names of what is answered in it, so that a form that comes back is folded as it was sent. */
  names?: string
}

/** A card with what is left to answer, and the rest in a line. */
export type FoldedCard = CardOf<FieldView> & { fold?: Fold }

/** How a form is folded. */
export interface Folding {
  /**
   * Which answers are folded: `all`; those of `cards` that ask for nothing more; or those of these names, as they were on the
   * form that was sent.
   */
  settled: 'all' | 'cards' | ReadonlySet<string>
  /** Names of the facts that can still change what is said; undefined where nobody knows. */
  asked: ReadonlySet<string> | undefined
  /** Cards that are wanted whole, whatever is in them. */
  whole: ReadonlySet<string>
}

/**
 * Folds what is answered on each card into a line, and a card that can change nothing. What is wrong stays unfolded, and so
 * does what is said to be unknown.
 */
export function foldCards(
  cards: readonly CardOf<FieldView>[],
  { settled, asked, whole }: Folding,
): FoldedCard[] {
  return cards.map((card) => {
    const parts = card.fields.map((field) => partsOf(field, settled))
    const fields = parts.flatMap(({ left }) => left ?? [])
    const answered = parts.flatMap(({ answered: own }) => own ?? [])
    if (answered.length > 0 && settled === 'cards' && fields.some(({ idle }) => !idle)) return card
    if (answered.length > 0) {
      const inIt = answered.flatMap(answersIn)
      const fold = { line: lineOf(inIt), act: 'change' as const, fields: answered }
      return { ...card, fields, fold: { ...fold, names: inIt.map(({ name }) => name).join(' ') } }
    }
    const changesNothing =
      typeof settled === 'string' &&
      asked !== undefined &&
      !whole.has(card.id) &&
      fields.some(({ idle }) => !idle) &&
      fields.flatMap(leavesOf).every((leaf) => leaf.idle || (!asked.has(leaf.name) && isUntouched(leaf)))
    return changesNothing
      ? { ...card, fields: [], fold: { line: 'Nothing here changes what is said', act: 'show', fields } }
      : { ...card, fields }
  })
}

/** A field as far as it is answered, and as far as it is not; a list or a grid is one or the other. */
function partsOf(field: FieldView, settled: Folding['settled']): { answered?: FieldView; left?: FieldView } {
  if (field.set !== 'group') {
    const is =
      (typeof settled === 'string' || answersIn(field).some(({ name }) => settled.has(name))) &&
      isAnswered(field)
    return is ? { answered: field } : { left: field }
  }
  const parts = (field.fields ?? []).map((one) => partsOf(one, settled))
  const answered = parts.flatMap(({ answered: own }) => own ?? [])
  const left = parts.flatMap(({ left: own }) => own ?? [])
  if (answered.length === 0 || field.wrong !== undefined) return { left: field }
  if (left.length === 0) return { answered: field }
  const idle = left.every((one) => one.idle)
  // The address of the group leads to what is left of it.
  return { answered: { ...field, fields: answered, part: true }, left: { ...field, fields: left, idle } }
}

function isAnswered(field: FieldView): boolean {
  const leaves = leavesOf(field).filter(({ idle }) => !idle)
  if (field.wrong !== undefined || leaves.some(({ wrong }) => wrong !== undefined)) return false
  if (field.set === 'rows') return field.none === true || (field.first !== true && leaves.every(hasAnswer))
  return leaves.length > 0 && leaves.every(hasAnswer)
}

function leavesOf(field: FieldView): FieldView[] {
  const { fields = [], rows = [], set } = field
  return set === 'group' || set === 'grid' || set === 'rows'
    ? [...fields, ...rows.flatMap((row) => row.fields)].flatMap(leavesOf)
    : [field]
}

/** What is answered in a field; of a list that is said to be empty it is the list. */
function answersIn(field: FieldView): FieldView[] {
  return field.set === 'rows' && field.none === true ? [field] : leavesOf(field).filter(({ idle }) => !idle)
}

function chosenIn({ options = [] }: FieldView): string[] {
  return options.filter(({ chosen, value }) => chosen && value !== '').map(({ value }) => value)
}

function hasAnswer(leaf: FieldView): boolean {
  const chosen = chosenIn(leaf)
  return leaf.options === undefined
    ? (leaf.value ?? '').trim() !== '' && leaf.value !== 'unknown'
    : chosen.length > 0 && !chosen.includes('unknown')
}

function isUntouched(leaf: FieldView): boolean {
  return (leaf.value ?? '') === '' && chosenIn(leaf).length === 0
}

/** Words that say nothing without their question. */
const dependent = new Set(['yes', 'partly', 'no', 'nobody', 'own', 'unknown', noneOfThem])
/** Letters that a line has room for, and answers. */
const most = { letters: 60, answers: 4 }

/** `company, United States and 2 more answers` */
function lineOf(answers: readonly FieldView[]): string {
  const told = answers.flatMap((answer) => wordsOf(answer) ?? []).slice(0, most.answers)
  const rest = answers.length - told.length
  const more = told.length === 0 ? `${rest}` : `${rest} more`
  const last = rest === 0 ? [] : [`${more} ${rest === 1 ? 'answer' : 'answers'}`]
  return [...told, ...last].join(' · ')
}

function wordsOf(answer: FieldView): string | undefined {
  const { options, value = '', mode, unit } = answer
  const chosen = chosenIn(answer)
  const words =
    options === undefined
      ? mode === 'numeric' && /^\d+$/.test(value)
        ? `${Number(value).toLocaleString('en-US')} ${unit?.split(' ')[0] ?? ''}`.trim()
        : answer.type === 'date'
          ? new Date(value).toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' })
          : value.trim().replaceAll(/\s*\n\s*/g, ', ')
      : options
          .filter(({ value: own }) => chosen.includes(own))
          .map(({ name }) => name)
          .join(', ')
  return words === '' || words.length > most.letters || chosen.some((one) => dependent.has(one))
    ? undefined
    : words
}
