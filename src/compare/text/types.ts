import type { Agreement, SourceDocument, SourceFormat, StoryKind } from '../../agreement/index.ts'
import type { TextKind } from '../../library/index.ts'
import type { SidedOmission } from '../types.ts'

/** A text to compare: one of the library's, whose words may not be here, or any other. */
export interface TextToCompare {
  /** `llama-2`, `llama-2/use-policy`, or a name that is no text's id. */
  id: string
  /** Whether it is one of the library's texts. */
  known: boolean
  /** Its words; undefined where the official text is not here, or {@link document} has them. */
  source?: string
  format?: SourceFormat
  /** What a file says, story by story. */
  document?: SourceDocument
  /** SHA-256 of the bytes that were read, in hexadecimal. */
  sha256?: string
  /** What a reader must know of how it was read, whole sentences. */
  notes?: string[]
  /** The use policy of a license that is compared as a whole. */
  policy?: TextToCompare
  /** The copy of it that is published behind the agreement: compared with a file that carries one too. */
  attachedPolicy?: TextToCompare
}

/** One text of a side, read. */
export interface SideText {
  document: TextKind
  id: string
  known: boolean
  sha256: string
  title: string
  /** Undefined where the official words are not here. */
  body?: Agreement
  /** What stands beside the body: notes, headers, boxes, comments. */
  stories: StoryTree[]
}

/** A side of a comparison, read. */
export interface Side {
  id: string
  known: boolean
  texts: SideText[]
  unread: SidedOmission[]
  leftOut: SidedOmission[]
  notes: string[]
}

/** All stories of a kind in one tree, so that a note that is put in leaves the others their answers. */
export interface StoryTree {
  kind: StoryKind
  agreement: Agreement
  /** The story's own name, by the first part of its clauses' paths. */
  names: ReadonlyMap<string, string>
  /** How many clauses stand in each story at its top, by the same part. */
  clauses: ReadonlyMap<string, number>
}
