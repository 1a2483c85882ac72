import { listed, withinSentence } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import { type Answer, type Citation, citedWords, outcomes } from '../../matter/index.ts'
import { innermost } from './innermost.ts'
import { isShort } from './memo-duties.ts'
import { ownedBy } from './memo-owners.ts'
import type { MemoRisk } from './memo-risks.ts'
import { shortWhere } from './memo-short-where.ts'
import type { DraftInput } from './types.ts'

/** One of the things to do first. */
export interface MemoAction {
  what: string
  who: string
  by: string
  /** What makes it one of them, with its section. */
  because: string
}

interface Candidate extends MemoAction {
  /** Worst first. */
  weight: number
}

/** How many a first page has room for. */
const FIRST = 3

/**
 * The things to do first: what leads out of the worst answers, duties that are due and not known to be done, then the
 * measures against the gravest risks of the uses.
 */
export function memoActions(
  input: Pick<DraftInput, 'matter' | 'options' | 'library'>,
  answers: readonly Answer[],
  risks: readonly MemoRisk[],
): MemoAction[] {
  const { library } = input
  const several = new Set(answers.map(({ use }) => use)).size > 1
  const told = placesTold(answers)
  const found: Candidate[] = [
    ...answers.flatMap((answer) => fromPath(answer, input, several)),
    ...fromDuties(answers, library, several).map((one) => ({ ...one, ...ownedBy(one, input) })),
    ...risks
      .filter(({ generic }) => !generic)
      .concat(risks.filter(({ generic }) => generic))
      .flatMap((risk, at) => {
        const [first] = risk.mitigations
        const places = risk.findings.flatMap(({ citations }) => citations.map(placeOf))
        // What decides a path, or is a duty, is among them already.
        if (!first || (places.length > 0 && places.every((place) => told.has(place)))) return []
        const because = `${risk.short}${risk.where === '' ? '' : ` (${shortWhere(risk.where)})`}`
        return [{ ...ownedBy(first, input), because, weight: 20 + at }]
      }),
  ]
  const seen = new Set<string>()
  return found
    .sort((a, b) => a.weight - b.weight)
    .filter(({ what }) => !seen.has(what) && seen.add(what))
    .slice(0, FIRST)
    .map(({ weight: _, ...action }) => action)
}

/** The places of what stands in the way of a use, and of duties that are due and not known to be done. */
function placesTold(answers: readonly Answer[]): Set<string> {
  return new Set(
    answers.flatMap(({ path, reasons, duties }) => [
      ...(isSettled(path) ? [] : reasons.flatMap(({ citations }) => citations.map(placeOf))),
      ...duties.filter(isUndone).flatMap(({ citations }) => citations.map(placeOf)),
    ]),
  )
}

function placeOf({ license, document, section }: Citation): string {
  return `${license} ${document} ${section}`
}

function isSettled(path: Answer['path']): boolean {
  return path === 'go' || path === 'go-with-duties'
}

function isUndone({ is, performed }: Answer['duties'][number]): boolean {
  return is === 'applies' && performed !== 'yes' && performed !== 'not-needed'
}

/** What leads to a better path, or the question that decides it. */
function fromPath(
  { use, path, wayOut, reasons, questions }: Answer,
  input: Pick<DraftInput, 'matter' | 'options' | 'library'>,
  several: boolean,
): Candidate[] {
  const rank = outcomes.indexOf(path)
  if (isSettled(path)) return []
  const where = shortWhere(
    citedWords(innermost(reasons.flatMap(({ citations }) => citations)), input.library.licenses),
  )
  const because = several ? `${use}${where === '' ? '' : ` (${where})`}` : where
  const [question] = questions
  const what =
    path === 'not-decided' && question
      ? `Answer: ${question.question}`
      : (wayOut[0] ?? (question ? `Answer: ${question.question}` : ''))
  if (what === '') return []
  const owned = ownedBy({ what, who: 'General counsel', by: 'before any further use' }, input)
  return [{ ...owned, because, weight: rank }]
}

/** Duties that are due and not known to be done, as one thing to do. */
function fromDuties(answers: readonly Answer[], library: Library, several: boolean): Candidate[] {
  const undone = answers.flatMap(({ use, duties }) => duties.filter(isUndone).map((duty) => ({ use, duty })))
  if (undone.length === 0) return []
  const titles = [...new Set(undone.map(({ duty }) => duty.title))].map((title) => {
    const words = undone.flatMap(({ duty }) =>
      duty.title === title && duty.words !== undefined && isShort(duty.words) ? [`“${duty.words}”`] : [],
    )
    const name = withinSentence(title)
    return words.length === 0 ? name : `${name} (${listed([...new Set(words)])})`
  })
  const where = citedWords(innermost(undone.flatMap(({ duty }) => duty.citations)), library.licenses)
  return [
    {
      what: `Do what is due and not known to be done: ${listed(titles)}.`,
      who: 'Product owner',
      by: 'before the next release',
      because: several ? `${listed([...new Set(undone.map(({ use }) => use))])} (${where})` : where,
      weight: 10,
    },
  ]
}
