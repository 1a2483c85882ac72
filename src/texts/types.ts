import type { License, LicenseText } from '../library/types.ts'

/** An official text that is on this machine. */
export interface OfficialText {
  license: License
  text: LicenseText
  /** The words as published, decoded. */
  source: string
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string
  /** Whether the bytes, or at least the words, are the pinned ones. */
  matches: 'bytes' | 'words' | 'neither'
  /** `llama-3.1` or `llama-3.1/use-policy`, with `@local-1` for an accepted change. */
  id: string
}

/** Where the official texts are kept, and what can be asked of it. */
export interface TextStore {
  /** Folder that holds them. */
  folder: string
  /** The text, or undefined where it is not here. Accepts `llama-2`, `llama-2/use-policy`, `llama-3.1@local-1`. */
  read(id: string): Promise<OfficialText | undefined>
}
