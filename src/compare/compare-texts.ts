import { clausesOf } from '../agreement/index.ts'
import type { Library, TextKind } from '../library/index.ts'
import { Problem } from '../problem.ts'
import { compare } from './compare.ts'
import { addKnowledge, compareRestated, restatedNote, topicsOfTexts, unrecognisedNote } from './knowledge.ts'
import { joined } from './text/join.ts'
import { unlikeMarks } from './text/marks.ts'
import { ownLines } from './text/own-lines.ts'
import { unlikePictures } from './text/pictures.ts'
import { comparedText, documentOf, identityOf, readSide } from './text/side.ts'
import { compareStories } from './text/stories.ts'
import type { Side, SideText, TextToCompare } from './text/types.ts'
import type { AloneText, Comparison, SideName } from './types.ts'

export type { TextToCompare } from './text/types.ts'

/** The official words, or what the library says of them in its own. */
export type ComparedWords = 'official' | 'restated'

/** A comparison and what its reader must know first. */
export interface ComparedTexts {
  comparison: Comparison
  /** Whole sentences, for the top of a report; the comparison's own. */
  notes: string[]
}

/**
 * Compares two sides by the best words that are here, the agreement with the agreement and the use policy with the use
 * policy, story by story: the official words, or where one is missing what the library says of both in its own words,
 * said in a note.
 *
 * @param words which words are wanted; by default the official ones where both are here
 * @throws Problem where the wanted words are not here, or cannot be compared
 */
export function compareTexts(
  library: Library,
  left: TextToCompare,
  right: TextToCompare,
  words?: ComparedWords,
): ComparedTexts {
  const [from, to] = published(readSide(left, 'left'), readSide(right, 'right'), left, right)
  const pairings = pairingsOf(from, to)
  const restated = areRestated(from, to, pairings, words)
  const parts = pairings.map(([one, other]) =>
    restated ? compareRestated(library, one.id, other.id) : compareOfficial(library, one, other),
  )
  const [first, ...more] = parts
  if (!first) throw new Problem('nothing', `${from.id} and ${to.id} have no text in common to compare`)
  const comparison = joined([first, ...more])
  const alone = [...aloneIn(library, 'left', from, pairings), ...aloneIn(library, 'right', to, pairings)]
  const notes = [
    ...new Set([
      ...from.notes,
      ...to.notes,
      ...(restated ? [restatedNote] : []),
      ...alone.map(aloneWords(from, to)),
      ...parts.flatMap((part) => unrecognisedNote(part) ?? []),
    ]),
  ]
  const compared: Comparison = {
    ...comparison,
    left: { ...comparison.left, id: from.id, texts: from.texts.map((text) => comparedText(library, text)) },
    right: { ...comparison.right, id: to.id, texts: to.texts.map((text) => comparedText(library, text)) },
    unread: [
      ...from.unread,
      ...to.unread,
      ...unlikePictures(left.document, right.document),
      // What a field may come to is asked before signing alone.
      ...unlikeMarks(left.document, right.document).filter(({ kind }) => kind !== 'reckoned'),
    ],
    leftOut: [...from.leftOut, ...to.leftOut],
    alone,
    notes,
  }
  return { comparison: compared, notes }
}

/** Like is compared with like: with a file that carries the policy, the copy that is published behind the agreement. */
function published(from: Side, to: Side, left: TextToCompare, right: TextToCompare): [Side, Side] {
  const carries = ({ known, texts }: Side) => !known && texts.length > 1
  const copied = (side: Side, text: TextToCompare, name: SideName): Side => {
    if (!text.attachedPolicy?.source) return side
    const { texts } = readSide({ ...text, policy: text.attachedPolicy }, name)
    return { ...side, texts }
  }
  return [carries(to) ? copied(from, left, 'left') : from, carries(from) ? copied(to, right, 'right') : to]
}

/** Which texts are compared: those of a kind, and where each side has but one, these. */
function pairingsOf(from: Side, to: Side): [SideText, SideText][] {
  const kinds: TextKind[] = ['agreement', 'use-policy']
  const pairings = kinds.flatMap((kind): [SideText, SideText][] => {
    const [one, other] = [from, to].map(({ texts }) => texts.find(({ document }) => document === kind))
    return one && other ? [[one, other]] : []
  })
  const [[one], [other]] = [from.texts, to.texts]
  if (pairings.length > 0 || !one || !other || from.texts.length + to.texts.length > 2) return pairings
  const document = one.known || !other.known ? one.document : other.document
  return [
    [
      { ...one, document },
      { ...other, document },
    ],
  ]
}

/** Whether the library's own words are compared: where they are asked for, or an official text is not here. */
function areRestated(from: Side, to: Side, pairings: [SideText, SideText][], words?: ComparedWords): boolean {
  const missing = pairings.flat().find(({ body }) => body === undefined)
  const restatable =
    from.known && to.known && pairings.every(([one, other]) => documentOf(one.id) === documentOf(other.id))
  if (words === 'restated' || (words === undefined && missing && restatable)) {
    const file = [from, to].find(({ known }) => !known)
    if (file) throw new Problem('restated', `${file.id} is a file, and only the library's texts are restated`)
    return true
  }
  if (missing) {
    throw new Problem(
      'missing-text',
      `the official text of ${missing.id} is not here: clausebook texts fetch, or texts import DIR`,
    )
  }
  return false
}

function compareOfficial(library: Library, left: SideText, right: SideText): Comparison {
  const identities = { left: identityOf(library, left), right: identityOf(library, right) }
  const topics = topicsOfTexts(library, left.id, right.id)
  // Two texts that the library does not know are told by their own words: two guesses would be one too many.
  const hints = left.known || right.known ? topics.candidates : undefined
  const body = compare(left.body!, right.body!, identities, {
    hints,
    own: left.known && right.known ? ownLinesOfBoth(library, left.id, right.id) : undefined,
    document: left.document,
  })
  const known = addKnowledge(body, library, topics.told)
  return { ...joined([known, ...compareStories(left, right, identities)]), text: 'official' }
}

function ownLinesOfBoth(library: Library, leftId: string, rightId: string) {
  const [left, right] = [ownLines(library, leftId), ownLines(library, rightId)]
  return left && right && { left, right }
}

function aloneIn(
  library: Library,
  side: SideName,
  { texts }: Side,
  pairings: [SideText, SideText][],
): AloneText[] {
  const compared = new Set(pairings.flat().map(({ id, document }) => `${id} ${document}`))
  return texts
    .filter(({ id, document }) => pairings.length > 0 && !compared.has(`${id} ${document}`))
    .map((text) => ({
      ...comparedText(library, text),
      side,
      clauses: text.body ? clausesOf(text.body).length : 0,
    }))
}

/** One line for a text that the other side does not have. */
function aloneWords(from: Side, to: Side) {
  return ({ side, document, clauses }: AloneText): string => {
    const [has, lacks] = side === 'left' ? [from.id, to.id] : [to.id, from.id]
    const name = document === 'agreement' ? 'agreement' : 'use policy'
    const counted = clauses === 0 ? '' : ` (${clauses} ${clauses === 1 ? 'clause' : 'clauses'})`
    const status = side === 'left' ? 'removed' : 'added'
    return `${lacks} has no ${name} to compare with that of ${has}${counted}: it is not compared, and not counted as ${status}.`
  }
}
