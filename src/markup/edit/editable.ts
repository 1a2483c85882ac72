import {
  type Lists,
  openPackage,
  type ReadWordDocument,
  readWord,
  type ViewedBlock,
  type ViewedParagraph,
  viewWord,
  type WordPackage,
} from '../../ooxml/index.ts'
import { paragraphsIn } from './paragraphs.ts'

/** A Word file whose body can be marked up. */
export interface EditableWord {
  file: WordPackage
  document: ReadWordDocument
  /** The body as it prints with all tracked changes accepted. */
  blocks: ViewedBlock[]
  /** Its paragraphs in reading order, those of tables among them. */
  paragraphs: ViewedParagraph[]
  lists: Lists
}

/**
 * Reads a Word file so that its body can be marked up.
 *
 * @throws Problem where it cannot be read
 * @example wordsOfParagraph(openForEdits(bytes).paragraphs[0]) // 'This agreement …'
 */
export function openForEdits(bytes: Uint8Array): EditableWord {
  return editable(openPackage(bytes))
}

/** The same for an open file. */
export function editable(file: WordPackage): EditableWord {
  const document = readWord(file)
  const blocks = viewWord(document).find(({ story }) => story.kind === 'body')?.blocks ?? []
  return { file, document, blocks, paragraphs: paragraphsIn(blocks), lists: document.lists }
}
