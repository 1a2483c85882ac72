import type { SourceDocument, SourceFormat } from '../../agreement/index.ts'
import { Problem } from '../../problem.ts'
import { sourceOf } from '../source-file.ts'
import { kindOf, type Writing, writingOf } from './kind.ts'
import type { WordOptions } from './word.ts'

/** How a file is opened. */
export interface OpenFileOptions {
  /** How the words of a text file are written; by default as its name says, and .txt is plain text. */
  as?: Writing
  /** Of a file with tracked changes: with all of them accepted (by default), or as it was before them. */
  view?: 'accepted' | 'original'
  /** Whether hidden text is read with the rest. */
  hidden?: boolean
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
  { as, ...word }: OpenFileOptions = {},
): Promise<SourceDocument> {
  const kind = kindOf(bytes)
  if (kind === 'word') return wordFile(name, bytes, word)
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

async function wordFile(file: string, bytes: Uint8Array, options: WordOptions): Promise<SourceDocument> {
  // Reading Word is a room of its own, which a command that opens none does not load.
  const { wordDocument } = await import('./word.ts')
  try {
    return wordDocument(bytes, options)
  } catch (error) {
    throw error instanceof Problem ? new Problem(error.rule, error.message, { file }) : error
  }
}
