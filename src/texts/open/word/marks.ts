import type { SourceMark } from '../../../agreement/index.ts'
import {
  type Control,
  type Field,
  type Lists,
  type Looks,
  showsOwnWords,
  type ViewedBlock,
  type ViewedCell,
  type ViewedParagraph,
  type ViewedPiece,
  type ViewedStory,
} from '../../../ooxml/index.ts'
import { beginning } from '../beginning.ts'
import { headerMarks } from './header-marks.ts'
import { labelMark } from './label.ts'
import { lookMarks, wholeMarks } from './look-marks.ts'
import { firstWords, readWords } from './piece-words.ts'
import { reckonedMarks } from './reckoned.ts'
import { type StoredValue, storedMark } from './stored-value.ts'

/** Pieces that are a mark by themselves, and what theirs is called. */
const kinds: Partial<Record<ViewedPiece['piece']['kind'], string>> = {
  'footnote-reference': 'footnote-mark',
  'endnote-reference': 'endnote-mark',
  'comment-start': 'comment-mark',
  'comment-end': 'comment-mark',
  field: 'field',
  tip: 'tip',
}

/** Fonts in which letters print as signs. */
const OF_SIGNS = /^(?:wingdings|webdings|symbol$|zapf ?dingbats|marlett)/i

/** What a file says about its words without words: see {@link SourceMark}. */
export function marksIn(
  stories: readonly ViewedStory[],
  lists: Lists,
  stored: (control: Control) => StoredValue | undefined,
  looks: Looks,
  keptFor: (instruction: string) => string | undefined,
): SourceMark[] {
  const marks: SourceMark[] = [...headerMarks(stories), ...wholeMarks(looks), ...reckonedMarks(stories)]
  const notes = wordsOfNotes(stories)
  const shown = new Map<Control['node'], { stored: StoredValue; text: string; within: string; at: number }>()
  const visit = (block: ViewedBlock): void => {
    if (block.type === 'table') {
      for (const { source, cells } of block.rows) {
        for (const cell of cells) {
          marks.push(...spanMark(cell))
          cell.blocks.forEach(visit)
        }
        if (source.before > 0) marks.push(rowMark(source.before, cells[0]?.blocks ?? []))
      }
    } else if (block.type === 'paragraph') visitParagraph(block)
  }
  const referred = new Set<string>()
  const reckoned = new Set<Field>()
  const visitParagraph = (paragraph: ViewedParagraph): void => {
    const label = labelMark(paragraph, lists)
    if (label) marks.push(label)
    marks.push(...lookMarks(paragraph, looks))
    for (const [at, { piece }] of paragraph.pieces.entries()) {
      const kind = kinds[piece.kind]
      if (kind !== undefined) {
        const target = piece.target ?? ''
        const isField = piece.kind === 'field' || piece.kind === 'tip'
        referred.add(`${kind} ${target}`)
        marks.push({
          kind,
          within: readWords(paragraph.pieces),
          at: `${piece.kind} ${readWords(paragraph.pieces.slice(0, at)).length}${isField ? ` ${target}` : ''}`,
          ...(!isField && { of: notes.get(`${kind} ${target}`) ?? '' }),
          place: isField ? target : placeOf(paragraph.pieces),
        })
      }
      // Words stand as they are typed; that they print as signs is all that is said of it.
      if (piece.kind === 'text' && OF_SIGNS.test(piece.run.font ?? '') && /[\x21-\x7e]/.test(piece.text)) {
        const before = readWords(paragraph.pieces.slice(0, at)).length
        marks.push({
          kind: 'sign-font',
          within: readWords(paragraph.pieces),
          at: `${before} ${piece.run.font}`,
          place: `“${piece.text.trim()}” in ${piece.run.font}`,
        })
      }
      for (let field = piece.kind === 'field' ? undefined : piece.field; field; field = field.outer) {
        if (reckoned.has(field) || !showsOwnWords(field.kind)) continue
        reckoned.add(field)
        const said = field.instruction.trim().replace(/\s+/g, ' ')
        marks.push({
          kind: 'field',
          within: readWords(paragraph.pieces),
          // What the field shows now may be the same, and what Word will show another.
          at: `${readWords(paragraph.pieces.slice(0, at)).length} ${said} ${keptFor(said) ?? ''}`,
          place: keptFor(said) === undefined ? said : `${said} (“${keptFor(said)}”)`,
        })
      }
      for (let control = piece.control; control; control = control.outer) {
        const known = shown.get(control.node)
        if (known) known.text += piece.text
        else {
          const value = stored(control)
          if (!value) continue
          const before = readWords(paragraph.pieces.slice(0, at)).length
          shown.set(control.node, {
            stored: value,
            text: piece.text,
            within: readWords(paragraph.pieces),
            at: before,
          })
        }
      }
    }
  }
  for (const { story, blocks } of stories) {
    if (story.kind === 'comment') marks.push(...authorMark(story.comment?.author ?? '', blocks))
    blocks.forEach(visit)
  }
  for (const [key, of] of notes) {
    const kind = key.slice(0, key.indexOf(' '))
    if (!referred.has(key) && kind !== 'comment-mark' && of !== '')
      marks.push({
        kind,
        within: '',
        of,
        at: 'nowhere',
        place: `nowhere, so that “${beginning(of)}” is not printed`,
      })
  }
  return [...marks, ...[...shown.values()].flatMap((one) => storedMark(one) ?? [])]
}

/** The words of each note and comment, by the kind of its mark and its id. */
function wordsOfNotes(stories: readonly ViewedStory[]): Map<string, string> {
  const words = new Map<string, string>()
  for (const { story, blocks } of stories) {
    if (story.kind === 'footnote' || story.kind === 'endnote' || story.kind === 'comment')
      words.set(`${story.kind}-mark ${story.id}`, firstWords(blocks))
  }
  return words
}

function authorMark(author: string, blocks: readonly ViewedBlock[]): SourceMark[] {
  const within = firstWords(blocks)
  return within === '' ? [] : [{ kind: 'comment-author', within, at: author, place: author || 'somebody' }]
}

/** A row that begins further right than the table: its cells stand in other columns (17.4.15). */
function rowMark(before: number, blocks: readonly ViewedBlock[]): SourceMark {
  const within = firstWords(blocks)
  return { kind: 'row-place', within, at: String(before), place: `the row of “${within}”` }
}

/** A cell that covers several rows or columns: what it says holds for all of them. */
function spanMark({ columns, rows, blocks }: ViewedCell): SourceMark[] {
  const within = firstWords(blocks)
  if ((columns === 1 && rows === 1) || within === '') return []
  const at = `${columns} columns, ${rows} rows`
  return [{ kind: 'cell-span', within, at, place: `${at} of “${beginning(within)}”` }]
}

function placeOf(pieces: readonly ViewedPiece[]): string {
  return beginning(readWords(pieces))
}
