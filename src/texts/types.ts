import type { License, LicenseText } from '../library/types.ts'

/** Where an official text stands on this machine, by its name. */
export interface TextName {
  /**
   * `llama-3.1` for the agreement, `llama-3.1/use-policy`; with `@local-1` for an accepted change, and
   * `llama-3/use-policy@agreement` for the copy that stands in the agreement's file.
   */
  id: string
  license: License
  text: LicenseText
  /** `local-1` …, or `agreement` for the copy that is attached to the agreement. */
  variant?: string
}

/** An official text that is on this machine. */
export interface OfficialText {
  license: License
  text: LicenseText
  /**
   * The words as published, decoded. Where the file carries another text behind this one, such as Llama 3's
   * agreement its use policy, this text's part of it.
   */
  source: string
  /** SHA-256 of the file's bytes, in hexadecimal. */
  sha256: string
  /** Whether the bytes, or at least the words, are the pinned ones. */
  matches: Match
  /** `llama-3.1` or `llama-3.1/use-policy`, with `@local-1` for an accepted change. */
  id: string
  /** The file. */
  file: string
}

/** How a text stands to its pin. */
export type Match = 'bytes' | 'words' | 'neither'

/** Where the official texts are kept, and what can be asked of it. */
export interface TextStore {
  /** Folder that holds them. */
  folder: string
  /** The licenses whose texts it may hold, by id. */
  licenses: ReadonlyMap<string, License>
  /** The text, or undefined where it is not here. Accepts `llama-2`, `llama-2/use-policy`, `llama-3.1@local-1`. */
  read(id: string): Promise<OfficialText | undefined>
  /** Which texts are here: one entry a pinned text, and one an accepted change. */
  status(): Promise<TextStatus[]>
}

/** One row of `clausebook texts status`. */
export interface TextStatus {
  id: string
  title: string
  /** Pinned digest and length; undefined for an accepted change, which has no pin of its own. */
  pin?: { sha256: string; bytes: number }
  present: boolean
  /** Digest of what is here. */
  sha256?: string
  /** How far it is the pinned text. */
  matches?: Match
  file?: string
}

/** What became of one text. */
export interface FetchResult {
  id: string
  /** `here`: it was already; `differs`: what is here is not the pinned text and was left alone. */
  outcome: 'here' | 'fetched' | 'differs' | 'failed'
  /** Why it failed, one sentence. */
  reason?: string
}
