import {
  openPackage,
  type ReadWordDocument,
  readWord,
  type ViewedBlock,
  type ViewedParagraph,
  viewWord,
} from '../../ooxml/index.ts'
import { noteNumbers } from './word/note-numbers.ts'
import { sourceParagraph } from './word/paragraph.ts'
import { firstWords, readWords } from './word/piece-words.ts'

/** A row of a table: the words of its cells, and what hangs on them without being among them. */
export interface WordRow {
  cells: string[]
  /** Comments, notes, pictures and words that nobody sees, each with its kind: `comment by A. Pike: “…”`. */
  remarks: string[]
}

/** A part of a Word file: a paragraph, the rows of a table, or a remark that hangs on no row. */
export type WordPart = string | WordRow[] | { remark: string }

/**
 * The body of a Word file in its order: a paragraph as its words, a table as rows of cells, one inside another after it;
 * each paragraph of a cell is a line. Tracked changes count as accepted, struck words as not said.
 *
 * @throws Problem where the file cannot be read
 * @example
 * (await wordParts(bytes))[1] // [{ cells: ['vendor.kind', 'What does the vendor do?', 'saas'], remarks: [] }]
 */
export async function wordParts(bytes: Uint8Array): Promise<WordPart[]> {
  const document = readWord(openPackage(bytes))
  return partsOf(document)
}

/**
 * The tables of it alone.
 *
 * @throws Problem where the file cannot be read
 */
export async function wordTables(bytes: Uint8Array): Promise<string[][][]> {
  return (await wordParts(bytes)).flatMap((part) =>
    Array.isArray(part) ? [part.map(({ cells }) => cells)] : [],
  )
}

function partsOf(document: ReadWordDocument): WordPart[] {
  const viewed = viewWord(document)
  const numbers = noteNumbers(viewed)
  /** What is said in notes, comments and boxes, by the kind and id of whatever refers to it. */
  const asides = new Map<string, string>()
  for (const { story, blocks } of viewed) {
    const words = blocks
      .map((block) => firstWords([block]))
      .filter((one) => one !== '')
      .join(' ')
    // Words for who does not see a picture or a table are no remark.
    const described = story.drawing === 'picture' || story.drawing === 'table'
    if (words === '' || story.separator === true || described) continue
    if (story.kind === 'comment')
      asides.set(`comment ${story.id}`, `comment by ${story.comment?.author || 'somebody'}: “${words}”`)
    else if (['footnote', 'endnote', 'box'].includes(story.kind))
      asides.set(`${story.kind} ${story.id}`, `${story.kind === 'box' ? 'box' : story.kind}: “${words}”`)
  }
  const told = new Set<string>()
  const open = new Set<string>()

  /** What hangs on a paragraph, or goes on over it. */
  const remarksOn = ({ pieces }: ViewedParagraph): string[] => {
    const keys = new Set<string>(open)
    const other: string[] = []
    for (const { piece, text, omitted } of pieces) {
      const comment = `comment ${piece.target ?? ''}`
      if (piece.kind === 'comment-start') open.add(comment)
      if (piece.kind === 'comment-end') open.delete(comment)
      if (/^comment-/.test(piece.kind)) keys.add(comment)
      if (piece.kind === 'footnote-reference') keys.add(`footnote ${piece.target ?? ''}`)
      if (piece.kind === 'endnote-reference') keys.add(`endnote ${piece.target ?? ''}`)
      if (piece.kind === 'drawing') other.push('a picture or a shape')
      if (text.trim() === '') continue
      if (omitted === 'hidden') other.push(`hidden: “${text.trim()}”`)
      else if (omitted === undefined && piece.run.white === true) other.push(`in white: “${text.trim()}”`)
    }
    return [...[...keys].flatMap((key) => asideOf(key)), ...other, ...struckAlone(pieces)]
  }
  const asideOf = (key: string): string[] => {
    const said = asides.get(key)
    if (said !== undefined) told.add(key)
    return said === undefined ? [] : [said]
  }
  const wordsIn = (paragraph: ViewedParagraph): string | undefined => {
    const pieces = paragraph.pieces.filter(({ piece }) => !piece.run.struck && piece.run.white !== true)
    return sourceParagraph({ ...paragraph, pieces }, document.lists, numbers)?.[0]?.text
  }
  const visit = (block: ViewedBlock): WordPart[] => {
    if (block.type === 'chunk') return [{ remark: 'a file inside the file, which is not read' }]
    if (block.type === 'paragraph') {
      const words = wordsIn(block)
      const remarks = remarksOn(block).map((remark) => ({ remark }))
      return words === undefined ? remarks : [words, ...remarks]
    }
    const inner: WordPart[] = []
    const rows = block.rows.map(({ cells }): WordRow => {
      const remarks: string[] = []
      const words = cells.map((cell) =>
        cell.blocks
          .flatMap((one) => {
            if (one.type === 'table') inner.push(...visit(one))
            if (one.type === 'chunk') remarks.push('a file inside the file, which is not read')
            if (one.type !== 'paragraph') return []
            remarks.push(...remarksOn(one))
            return wordsIn(one)?.replaceAll('\t', ' ') ?? []
          })
          .join('\n')
          .trim(),
      )
      return { cells: words, remarks: [...new Set(remarks)] }
    })
    const empty = rows.every(
      ({ cells, remarks }) => cells.every((cell) => cell === '') && remarks.length === 0,
    )
    return [...(empty ? [] : [rows]), ...inner]
  }
  const parts = viewed
    .filter(({ story }) => story.kind === 'body')
    .flatMap(({ blocks }) => blocks.flatMap(visit))
  const alone = [...asides].filter(([key]) => !told.has(key)).map(([, remark]) => ({ remark }))
  return [...parts, ...alone]
}

/** Words that are struck, where none beside them are left. */
function struckAlone(pieces: ViewedParagraph['pieces']): string[] {
  const read = pieces.filter(({ omitted }) => omitted === undefined)
  const [struck, left] = [
    read.filter(({ piece }) => piece.run.struck),
    read.filter(({ piece }) => !piece.run.struck),
  ]
  const words = readWords(struck)
  return words !== '' && readWords(left).trim() === '' ? [`struck out: “${words}”`] : []
}
