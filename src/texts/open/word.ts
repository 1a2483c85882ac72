import {
  type Omission,
  picturesRead,
  type SourceBlock,
  type SourceDocument,
  type SourcePicture,
} from '../../agreement/index.ts'
import {
  looksOf,
  openPackage,
  propertyValues,
  type ReadWordDocument,
  readWord,
  stands,
  type ViewedBlock,
  viewWord,
  type WordPackage,
} from '../../ooxml/index.ts'
import { sha256Of } from '../digest.ts'
import { sourceBlocks } from './word/blocks.ts'
import { linksIn } from './word/links.ts'
import { marksIn } from './word/marks.ts'
import { missingNotes } from './word/missing-notes.ts'
import { countOmissions } from './word/omissions.ts'
import { storedValues } from './word/stored-value.ts'
import { storiesOf } from './word/stories.ts'
import type { ReadInside } from './word/story-options.ts'

/** Which state of a Word file is read. */
export interface WordOptions {
  /** With all tracked changes accepted (by default), or as it was before them. */
  view?: 'accepted' | 'original'
  /** Whether hidden text is read with the rest. */
  hidden?: boolean
}

/**
 * What a Word file says, story by story: body, headers and footers, notes, comments, boxes, with the numbers that Word
 * prints; what was left out by a rule is counted, what could not be read is named.
 *
 * @param bytes of a .docx, .docm or .dotx
 * @throws Problem where it is too large, encrypted, broken, or no Word document
 * @example
 * wordDocument(bytes, { view: 'original' }).stories[0]?.blocks[0] // { type: 'paragraph', text: 'Fees', label: '1.' }
 */
export function wordDocument(bytes: Uint8Array, options: WordOptions = {}): SourceDocument {
  return documentOf(openPackage(bytes), options, insideReader(options))
}

/** A block of a body as the tree takes it, and the file's own that it was read from. */
export interface BodyBlock {
  block: SourceBlock
  viewed: ViewedBlock
}

/**
 * The body of a Word file as {@link wordDocument} reads it, block by block beside the file's own: what a clause's lines
 * say of its place is the number of a block, from 1.
 *
 * @param viewed the body's blocks in the view that is read
 */
export function bodyBlocks(document: ReadWordDocument, viewed: readonly ViewedBlock[]): BodyBlock[] {
  const options = { inside: () => undefined, unread: [], leftOut: [], notes: new Map<string, number>() }
  return viewed.flatMap((one) =>
    sourceBlocks([one], document, options).map((block) => ({ block, viewed: one })),
  )
}

/** Most files inside a file that are read, and the most markup of each: what Word shows of them is part of one document. */
const MOST_INSIDE = 10
const INSIDE_MARKUP = 8_000_000

/** Reads files inside the file, and inside those. */
function insideReader(options: WordOptions): ReadInside {
  let read = 0
  const inside: ReadInside = (bytes) => {
    read += 1
    return read > MOST_INSIDE ? undefined : documentOf(openPackage(bytes, INSIDE_MARKUP), options, inside)
  }
  return inside
}

function documentOf(file: WordPackage, options: WordOptions, inside: ReadInside): SourceDocument {
  const document = readWord(file)
  const viewed = viewWord(document, options)
  const unread: Omission[] = document.unread.map(({ kind, part }) => ({ kind, place: part }))
  const leftOut = countOmissions(viewed)
  const stories = storiesOf(viewed, document, { inside, unread, leftOut })
  const links = linksIn(viewed)
  const pictures = picturesOf(file, document, options)
  unread.push(...missingNotes(viewed))
  return {
    stories: links.length === 0 ? stories : [...stories, { kind: 'links', name: '', blocks: links }],
    leftOut,
    unread,
    notes: notesOf(document.tracked, pictures.length, options),
    pictures,
    marks: marksIn(
      viewed,
      document.lists,
      storedValues(file),
      looksOf(file, document, partsOf(document)),
      propertyValues(file),
    ),
    format: 'word',
    ...(document.tracked && { tracked: true }),
  }
}

/** The pictures of a view, each with what tells whether it is the same one: its bytes, or its address. */
function picturesOf(
  file: WordPackage,
  { pictures }: Pick<ReadWordDocument, 'pictures'>,
  { view = 'accepted' }: WordOptions,
): SourcePicture[] {
  const digests = new Map<string, string>()
  return pictures
    .filter(({ revisions }) => stands(revisions, view))
    .map(({ target, external, look }) => {
      const shown = look === undefined ? '' : ` ${look}`
      if (external || !file.has(target)) return { place: target, identity: `${target}${shown}` }
      const digest = digests.get(target) ?? sha256Of(file.bytes(target))
      digests.set(target, digest)
      return { place: target, identity: `${digest}${shown}` }
    })
}

function notesOf(tracked: boolean, pictures: number, { view = 'accepted' }: WordOptions): string[] {
  const notes: string[] = []
  if (tracked) {
    const state = view === 'accepted' ? 'with all of them accepted' : 'as it was before all of them'
    notes.push(`It has tracked changes, and was read ${state}.`)
  }
  if (pictures > 0) notes.push(`${picturesRead(pictures)}.`)
  return notes
}

/** The parts that a file's words stand in, the main one first. */
function partsOf({ stories, package: file }: ReadWordDocument): string[] {
  const parts = stories.map(({ part }) => part).filter((part) => part === file.main || file.has(part))
  return [...new Set([file.main, ...parts])]
}
