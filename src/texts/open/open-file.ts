import {
  htmlDocument,
  type SourceDocument,
  type SourceFormat,
  type SourceStory,
} from '../../agreement/index.ts'
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
  options: OpenFileOptions = {},
): Promise<SourceDocument> {
  const kind = kindOf(bytes)
  const document = kind === 'word' ? await wordFile(name, bytes, options) : textDocument(name, bytes, options)
  // What was not read is told of a file that has no words otherwise: it is not empty.
  if (document.stories.every(isEmpty) && document.unread.length === 0)
    throw new Problem('empty', 'has no words', { file: name })
  return document
}

function textDocument(
  name: string,
  bytes: Uint8Array,
  { as, view, hidden }: OpenFileOptions,
): SourceDocument {
  const source = sourceOf(bytes, name)
  const writing = as ?? writingOf(name, source)
  if (writing !== 'html') return linesOf(source, writing, [])
  return htmlDocument(source, { ...(view && { view }), ...(hidden && { hidden }) })
}

function isEmpty({ blocks, lines }: SourceStory): boolean {
  return blocks.length === 0 && (lines?.source ?? '').trim() === ''
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
