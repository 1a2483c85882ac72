import type { SourceDocument, SourceFormat } from '../../agreement/index.ts'
import { Problem } from '../../problem.ts'
import { sourceOf } from '../source-file.ts'
import { kindOf, type Writing, writingOf } from './kind.ts'

/** Reads the text of a .docx: what `word` does, above this room. */
export type ReadWord = (
  bytes: Uint8Array,
) => Promise<{ source: string; format: SourceFormat; revisions: boolean }>

/** How a file is opened. */
export interface OpenFileOptions {
  /** How the words of a text file are written; by default as its name says, and .txt is plain text. */
  as?: Writing
  /** Of a file with tracked changes: with all of them accepted (by default), or as it was before them. */
  view?: 'accepted' | 'original'
  /** Whether hidden text is read with the rest. */
  hidden?: boolean
  readWord: ReadWord
}

/**
 * Opens a file that a person names, of whatever format: what it says, story by story, and what of it was left out or
 * not read.
 *
 * @param name its name or path, which tells what the content leaves open, and stands in messages
 * @throws Problem where it cannot be read, or has no words
 * @example
 * const { stories, unread } = await openFile('incoming.docx', bytes, {})
 */
export async function openFile(
  name: string,
  bytes: Uint8Array,
  { as, readWord }: OpenFileOptions,
): Promise<SourceDocument> {
  const kind = kindOf(bytes)
  if (kind === 'word') return wordDocument(name, bytes, readWord)
  const source = sourceOf(bytes, name)
  return linesOf(source, as ?? writingOf(name, source), [])
}

function linesOf(source: string, format: SourceFormat, notes: string[]): SourceDocument {
  return {
    stories: [{ kind: 'body', name: '', blocks: [], lines: { source, format } }],
    leftOut: [],
    unread: [],
    notes,
  }
}

async function wordDocument(file: string, bytes: Uint8Array, readWord: ReadWord): Promise<SourceDocument> {
  const { source, format, revisions } = await readWord(bytes).catch((error: unknown) => {
    throw error instanceof Problem ? new Problem(error.rule, error.message, { file }) : error
  })
  if (source.trim() === '') throw new Problem('empty', 'has no words', { file })
  return linesOf(
    source,
    format,
    revisions ? ['It has tracked changes, and was read with all of them accepted.'] : [],
  )
}
