import { type Agreement, parseAgreement, type SourceFormat } from '../agreement/index.ts'
import type { Library } from '../library/index.ts'
import { Problem } from '../problem.ts'
import { compare } from './compare.ts'
import {
  addKnowledge,
  compareRestated,
  libraryIdentity,
  libraryText,
  restatedNote,
  topicsOfTexts,
} from './knowledge/index.ts'
import type { Comparison, TextIdentity } from './types.ts'

/** A text to compare: one of the library's, whose words may not be here, or any other. */
export interface TextToCompare {
  /** `llama-2/use-policy`, or a name that is no text's id. */
  id: string
  /** Whether it is one of the library's texts. */
  known: boolean
  /** Its words; undefined where the official text is not here. */
  source?: string
  format?: SourceFormat
  /** SHA-256 of the bytes that were read, in hexadecimal. */
  sha256?: string
  /** What a reader must know of how it was read, whole sentences. */
  notes?: string[]
}

/** The official words, or what the library says of them in its own. */
export type ComparedWords = 'official' | 'restated'

/** A comparison and what its reader must know first. */
export interface ComparedTexts {
  comparison: Comparison
  /** Whole sentences, for the top of a report. */
  notes: string[]
}

/**
 * Compares two texts by the best words that are here: the official ones, or where one is missing what the library says
 * of both in its own words, said in a note.
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
  const notes = [...new Set([...(left.notes ?? []), ...(right.notes ?? [])])]
  const missing = [left, right].filter(({ source }) => source === undefined)
  const restatable = left.known && right.known && kindOf(left) === kindOf(right)
  if (words === 'restated' || (words === undefined && missing.length > 0 && restatable)) {
    const file = [left, right].find(({ known }) => !known)
    if (file) throw new Problem('restated', `${file.id} is a file, and only the library's texts are restated`)
    return { comparison: compareRestated(library, left.id, right.id), notes: [restatedNote] }
  }
  if (missing[0]) {
    throw new Problem(
      'missing-text',
      `the official text of ${missing[0].id} is not here: clausebook texts fetch, or texts import DIR`,
    )
  }
  const [from, to] = [agreementOf(left), agreementOf(right)]
  const identities = { left: identityOf(library, left, from), right: identityOf(library, right, to) }
  const topics = topicsOfTexts(library, left.id, right.id)
  // Two texts that the library does not know are told by their own words: two guesses would be one too many.
  const known = left.known || right.known ? topics.candidates : undefined
  const comparison: Comparison = { ...compare(from, to, identities, known), text: 'official' }
  return { comparison: addKnowledge(comparison, library, topics.told), notes }
}

function kindOf({ id }: TextToCompare): string {
  return /^[^/@]*\/([^@]*)/.exec(id)?.[1] ?? 'agreement'
}

function agreementOf({ id, source = '', format }: TextToCompare): Agreement {
  const agreement = parseAgreement(source, format ? { format } : {})
  if (agreement.children.length > 0) return agreement
  throw new Problem('empty', 'has no words to compare', { file: id })
}

function identityOf(library: Library, text: TextToCompare, { title }: Agreement): TextIdentity {
  const known = text.known ? libraryText(library, text.id) : undefined
  if (known) return libraryIdentity(known, text.id, text.sha256)
  return { id: text.id, title, sha256: text.sha256 ?? '' }
}
