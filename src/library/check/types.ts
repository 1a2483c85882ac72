import type { Agreement } from '../../agreement/index.ts'
import type { Place, Problem } from '../../problem.ts'
import type { LibraryReading } from '../read-library.ts'
import type { License, TextKind } from '../types.ts'

/** An official text that the library is checked against. */
export interface TextToCheck {
  agreement: Agreement
  /** Whether its bytes, or at least its words, are the pinned ones. */
  matches: 'bytes' | 'words' | 'neither'
}

/** What a rule sees. */
export interface CheckContext extends LibraryReading {
  /**
   * Where an official text is here: `llama-2`, `llama-2/use-policy`.
   *
   * @param copy the copy that stands in the agreement's file: `llama-3/use-policy@agreement`
   */
  textOf(license: License | string, document: TextKind, copy?: 'attached'): TextToCheck | undefined
  /** Says what is wrong. */
  report(rule: string, reason: string, place: Place): void
  /** Says what a keeper of the library should know and is not wrong, one sentence. */
  note(words: string): void
}

/** One rule of the check. */
export interface CheckRule {
  id: string
  /** What it proves, for the docs and for the list of skipped rules. */
  proves: string
  /** Whether it reads the official texts. */
  needsTexts: boolean
  /** Looks at the library and reports what is wrong. */
  run(context: CheckContext): void
}

/** What the library check found. */
export interface CheckResult {
  problems: Problem[]
  /** What is not wrong and worth knowing, such as facts that nobody reads. */
  notes: string[]
  /** Rules that could not run on everything, with what was missing. */
  skipped: { rule: string; proves: string; without: string[] }[]
  counts: { licenses: number; topics: number; terms: number; quotes: number; texts: number; files: number }
}
