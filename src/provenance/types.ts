import type { DraftOptions } from '../draft/index.ts'
import type { Matter } from '../matter/index.ts'

/** What a document of ours was made of, so that it can be held against the library and the texts of a later day. */
export interface Provenance {
  version: 1
  /** Version of the program that made it. */
  tool: string
  /** `risk-memo`, `vendor-addendum` … */
  document: string
  /** The facts, as they were given. */
  matter: Matter
  options: DraftOptions
  /** Digest of the clause library. */
  library: string
  /** SHA-256 of the official texts that it speaks of, by id: `llama-3.1/use-policy`. */
  texts: Record<string, string>
  /** A digest of each of its statements, in their order. */
  statements: string[]
}

/** One paragraph of a file, or of a cell of its tables, as it prints. */
export interface Statement {
  /** The heading that it stands under; empty before the first. */
  under: string
  /** White space folded. */
  text: string
  digest: string
}

/** A statement that does not say what it would say today. */
export interface Outdated {
  under: string
  /** What the file says; left out where today's draft says what the file does not. */
  was?: string
  /** What today's draft says in its place; left out where it says nothing there. */
  is?: string
}

/** What a text of the licensor has come to since. */
export interface TextSince {
  /** `llama-3.1/use-policy` */
  id: string
  /** The library is made for other words now; the last check found other words; the library has it no more. */
  is: 'pinned anew' | 'changed at the licensor' | 'gone from the library'
}

/** What holds of a document, and what does not any more. */
export interface Verified {
  document: string
  title: string
  /** How many statements stand as they were made, and say what they would say today. */
  standing: number
  /** Statements that are not as the document was made: changed or put in by somebody. */
  altered: Pick<Statement, 'under' | 'text'>[]
  /** How many statements it was made with and has no more, or has in other words. */
  gone: number
  /** Statements that the library and the texts of today do not bear out. */
  outdated: Outdated[]
  /** Whether it was made with the library of today, and with this program. */
  sameLibrary: boolean
  sameTool: boolean
  texts: TextSince[]
}
