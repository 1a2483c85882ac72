import { extname } from 'node:path'
import { htmlDocument, type SourceDocument, type SourceStory, withoutPages } from '../../agreement/index.ts'
import { Problem } from '../../problem.ts'
import { decodedSource } from '../source-file.ts'
import { type FileKind, kindOf, type Writing, writingOf } from './kind.ts'
import type { OfficeKind } from './office/convert.ts'
import { refuseOtherFormat } from './other-formats.ts'
import type { WordOptions } from './word.ts'

/** How a file is opened. */
export interface OpenFileOptions {
  /** How the words of a text file are written; by default as its name says, and .txt is plain text. */
  as?: Writing
  /** Of a file with tracked changes: with all of them accepted (by default), or as it was before them. */
  view?: 'accepted' | 'original'
  /** What a text file is encoded in; by default what its bytes say. */
  encoding?: string
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
  refuseOtherFormat(bytes, name)
  const kind = kindOf(bytes)
  const document = await documentOf(kind, name, bytes, options)
  // What was not read is told of a file that has no words otherwise: it is not empty.
  if (document.stories.every(isEmpty) && document.unread.length === 0)
    throw new Problem('empty', 'has no words', { file: name })
  return kind === 'text' ? document : { ...document, notes: [...unusedOptions(options), ...document.notes] }
}

/** Options that say how a text is read, and say nothing about this file. */
function unusedOptions({ encoding, as }: OpenFileOptions): string[] {
  return [
    ...(encoding === undefined
      ? []
      : ['It says itself what its letters are: --encoding is not used for it.']),
    ...(as === undefined ? [] : ['It is no text file: --as is not used for it.']),
  ]
}

async function documentOf(
  kind: FileKind,
  name: string,
  bytes: Uint8Array,
  options: OpenFileOptions,
): Promise<SourceDocument> {
  if (kind === 'flat-word') return flatFile(name, bytes, options)
  if (kind === 'word') return wordFile(name, bytes, options)
  if (kind === 'pdf') return pdfFile(name, bytes)
  if (kind === 'text') return textFile(name, bytes, options)
  return officeFile(name, bytes, kind, options)
}

/** A Word file that is written as one XML file. */
async function flatFile(file: string, bytes: Uint8Array, options: WordOptions): Promise<SourceDocument> {
  const { packageOfFlat } = await import('../../ooxml/index.ts')
  return naming(file, async () => wordFile(file, packageOfFlat(bytes), options))
}

/** What LibreOffice makes a .docx of. */
async function officeFile(
  file: string,
  bytes: Uint8Array,
  kind: OfficeKind,
  options: OpenFileOptions,
): Promise<SourceDocument> {
  const { officeToWord } = await import('./office/convert.ts')
  const document = await naming(file, async () => {
    const word = await officeToWord(bytes, kind)
    return wordFile(file, word, options)
  })
  const { unread, notes } = await checkedAgainst(bytes, kind, document, options)
  return { ...document, unread, notes: ['It was read through LibreOffice.', ...notes] }
}

/** What LibreOffice made of a file, held against the words of the file itself, where they can be read apart from it. */
async function checkedAgainst(
  bytes: Uint8Array,
  kind: OfficeKind,
  document: SourceDocument,
  { view, hidden }: OpenFileOptions,
): Promise<Pick<SourceDocument, 'unread' | 'notes'>> {
  const { unread, notes } = document
  if (kind === 'doc' || view === 'original' || hidden) {
    const own =
      'Whether LibreOffice read all of its words was not checked: saved as .docx, it is read without it.'
    return { unread, notes: [own, ...notes] }
  }
  const { lostWords } = await import('./office/lost-words.ts')
  const paragraphs =
    kind === 'odt'
      ? (await import('./office/odt-words.ts')).odtParagraphs(bytes)
      : (await import('./office/rtf-words.ts')).rtfParagraphs(bytes)
  return { unread: [...unread, ...lostWords(paragraphs, document)], notes }
}

/** Reading PDF is a library of its own, which a command that opens none does not load. */
async function pdfFile(file: string, bytes: Uint8Array): Promise<SourceDocument> {
  const { pdfDocument } = await import('./pdf.ts')
  return naming(file, () => pdfDocument(bytes))
}

/** Names the file in what is said of it. */
async function naming(
  file: string,
  open: () => SourceDocument | Promise<SourceDocument>,
): Promise<SourceDocument> {
  try {
    return await open()
  } catch (error) {
    throw error instanceof Problem ? new Problem(error.rule, error.message, { file }) : error
  }
}

async function textFile(
  name: string,
  bytes: Uint8Array,
  { as, view, hidden, encoding }: OpenFileOptions,
): Promise<SourceDocument> {
  const decoded = decodedSource(bytes, name, {
    ...(encoding !== undefined && { encoding }),
    html: as === 'html' || (as === undefined && writingOf(name, latinHead(bytes)) === 'html'),
  })
  const options = { ...(view && { view }), ...(hidden && { hidden }) }
  const document = await writtenDocument(decoded.text, name, as, options)
  const kind = extname(name).slice(1).toLowerCase()
  if (as === undefined && OF_PROGRAMS.has(kind)) {
    document.notes.push(`It is a .${kind} file and was read as plain text, its marks as words.`)
  }
  if (!decoded.guessed) return document
  const note = `Nothing says its encoding, and it was read as ${decoded.encoding} (--encoding NAME reads it as another).`
  return { ...document, notes: [note, ...document.notes] }
}

/** Text files that are written for programs, and whose marks are no words. */
const OF_PROGRAMS = new Set('adoc asciidoc csv json jsonl org rst tex tsv wiki xml yaml yml'.split(' '))

function latinHead(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
}

async function writtenDocument(
  source: string,
  name: string,
  as: Writing | undefined,
  options: { view?: 'accepted' | 'original'; hidden?: boolean },
): Promise<SourceDocument> {
  const writing = as ?? writingOf(name, source)
  if (writing === 'html') return htmlDocument(source, options)
  if (writing === 'markdown') return (await import('./markdown.ts')).markdownDocument(source, options)
  return plainDocument(source, as === undefined)
}

/** Marks of Markdown that a plain text has by no accident. */
const MARKS = /^#{1,6} \S|\*\*[^*\n]+\*\*|\]\((?:https?:|mailto:|#|\/)|^\d{1,3}\\[.)]/m

function plainDocument(source: string, guessed: boolean): SourceDocument {
  const notes =
    guessed && MARKS.test(source)
      ? ['It has marks of Markdown and was read as plain text, the marks as words: --as markdown reads them.']
      : []
  const words = withoutPages(source)
  return {
    stories: [{ kind: 'body', name: '', blocks: [], lines: { source: words.source, format: 'text' } }],
    leftOut: words.leftOut,
    unread: [],
    notes: [...notes, ...words.notes],
  }
}

function isEmpty({ blocks, lines }: SourceStory): boolean {
  return blocks.length === 0 && (lines?.source ?? '').trim() === ''
}

async function wordFile(file: string, bytes: Uint8Array, options: WordOptions): Promise<SourceDocument> {
  // Reading Word is a room of its own, which a command that opens none does not load.
  const { wordDocument } = await import('./word.ts')
  const { missedWords } = await import('./word/guard.ts')
  return naming(file, () => {
    const document = wordDocument(bytes, options)
    return { ...document, unread: [...document.unread, ...missedWords(bytes, document, options.view)] }
  })
}
