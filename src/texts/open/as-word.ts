import { kindOf } from './kind.ts'
import { officeToWord } from './office/convert.ts'
import { refuseOtherFormat } from './other-formats.ts'

/** A file as one that Word reads. */
export interface AsWord {
  bytes: Uint8Array
  /** Whether LibreOffice made it of another word processor's file. */
  converted: boolean
}

/**
 * A file of a word processor as a Word file, with its tracked changes, comments and bookmarks: by what it holds, whatever its
 * name says.
 *
 * @returns undefined where it is a PDF or a text
 * @throws Problem where it is of a format that nothing reads, or LibreOffice is needed and cannot read it
 */
export async function asWord(name: string, bytes: Uint8Array): Promise<AsWord | undefined> {
  refuseOtherFormat(bytes, name)
  const kind = kindOf(bytes)
  if (kind === 'word') return { bytes, converted: false }
  if (kind === 'odt' || kind === 'rtf' || kind === 'doc')
    return { bytes: await officeToWord(bytes, kind), converted: true }
  return undefined
}
