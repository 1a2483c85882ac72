import { sentenceCase } from '../in-words.ts'
import { endsOf, wholeSection } from '../library/anchor.ts'
import type { Edit } from '../library/index.ts'
import { isSentence, printedWords } from './edit-words.ts'

/** Where an edit is made, in the words of a letter. */
export interface Spot {
  /** Name of the clause that it edits or adds: `Section 2`, `the definition of “Meta”`. */
  name: string
  /** Name of the clause after which it stands, which may have been added itself. */
  after: string
  /** Whether the edit before this one puts words at the same place. */
  follows: boolean
}

/**
 * An edit as conventional drafting says it, one sentence of plain text.
 *
 * @example In Section 2, the words “A” are replaced by “B”.
 */
export function instructionOf({ operation, anchor, text }: Edit, { name, after, follows }: Spot): string {
  const words = quoted(text)
  if (operation === 'add_clause') return closed(`A new ${name} is added after ${after}: ${words}`)
  if (anchor === wholeSection) {
    const whole = sentenceCase(name)
    if (operation === 'delete') return `${whole} is deleted.`
    if (operation === 'replace') return closed(`${whole} is replaced by the following: ${words}`)
  }
  const { subject, verb } = anchored(anchor)
  if (operation === 'delete') return `In ${name}, ${subject} ${verb} deleted.`
  if (operation === 'replace') return closed(`In ${name}, ${subject} ${verb} replaced by ${words}`)
  const side = operation === 'insert_after' ? 'after' : 'before'
  const at = `${side} ${placeWords(anchor, side)}${follows && side === 'after' ? ' and the words inserted there by the amendment above' : ''}`
  if (isSentence(printedWords(text))) return closed(`In ${name}, the following is inserted ${at}: ${words}`)
  return closed(`In ${name}, ${counted(text)} inserted ${at}`.replace('\u0000', words))
}

/** The words of an edit as its subject. */
function anchored(anchor: string): { subject: string; verb: string } {
  const ends = endsOf(anchor)
  if (ends) return { subject: `the words from ${quoted(ends[0])} to ${quoted(ends[1])}`, verb: 'are' }
  const one = isOneWord(anchor)
  return { subject: `the ${one ? 'word' : 'words'} ${quoted(anchor)}`, verb: one ? 'is' : 'are' }
}

function placeWords(anchor: string, side: 'after' | 'before'): string {
  if (anchor === wholeSection) return `the ${side === 'after' ? 'last' : 'first'} word`
  const ends = endsOf(anchor)
  return ends ? quoted(ends[side === 'after' ? 1 : 0]) : quoted(anchor)
}

function counted(text: string): string {
  return isOneWord(text) ? 'the word \u0000 is' : 'the words \u0000 are'
}

function isOneWord(text: string): boolean {
  return !/\s/.test(printedWords(text))
}

/** Words between quotation marks, those inside them single. */
export function quoted(words: string): string {
  return `“${printedWords(words).replaceAll('“', '‘').replaceAll('”', '’')}”`
}

/** A sentence has one full stop: that of the words with which it ends is enough. */
function closed(sentence: string): string {
  return /[.!?]”$/.test(sentence) ? sentence : `${sentence}.`
}
