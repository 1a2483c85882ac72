import type { ReadWordDocument } from '../model/read.ts'
import { stands } from '../model/revisions.ts'
import type { Block, Paragraph, StoryKind } from '../model/types.ts'
import { type Counter, countLists } from '../numbering/counter.ts'
import { type Joined, joinParagraphs } from './join.ts'
import { omissions } from './omission.ts'
import { viewPieces } from './pieces.ts'
import { viewTable } from './table.ts'
import type { ViewedBlock, ViewedParagraph, ViewedPiece, ViewedStory, ViewOptions } from './types.ts'
import type { Viewing } from './viewing.ts'

/**
 * A file as it prints in one state: with all tracked changes accepted, or as it was before all of them. Paragraphs whose
 * end is deleted have joined the next, deleted rows are gone, and numbers are those that Word prints then.
 *
 * @example
 * viewWord(document, { view: 'original' })[0].blocks[0].label // '1.'
 */
export function viewWord(document: ReadWordDocument, options: ViewOptions = {}): ViewedStory[] {
  const { view = 'accepted', hidden = false } = options
  const counters = new Map<string, Counter>()
  return document.stories
    .filter(({ revisions }) => stands(revisions, view))
    .map((story) => {
      const stream = streamOf(story.kind, story.part)
      let counter = counters.get(stream)
      if (!counter) {
        counter = countLists(document.lists)
        counters.set(stream, counter)
      }
      const viewing = { view, hidden, counter, omissions: omissions(document.styles, hidden || story.hidden) }
      return { story, blocks: viewBlocks(story.blocks, viewing) }
    })
}

/** Lists count on through all notes of a kind, but each header has its own. */
function streamOf(kind: StoryKind, part: string): string {
  return kind === 'header' || kind === 'footer' ? `${kind} ${part}` : kind
}

/** The blocks of a container in a view. */
export function viewBlocks(blocks: readonly Block[], viewing: Viewing): ViewedBlock[] {
  const viewed: ViewedBlock[] = []
  let pending: Joined | undefined
  const close = () => {
    // At a table or at the end there is nothing to join: what has words stays a paragraph.
    if (pending?.pieces.some(({ text }) => text !== '')) viewed.push(numbered(pending, viewing))
    pending = undefined
  }
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      pending = joinParagraphs(pending, block, viewPieces(block, viewing), viewing)
      if (endsHere(block, viewing)) {
        viewed.push(numbered(pending, viewing))
        pending = undefined
      }
      continue
    }
    const table = block.type === 'table' ? viewTable(block, viewing, viewBlocks) : block
    if (table.type === 'chunk' ? !stands(table.revisions, viewing.view) : table.rows.length === 0) continue
    close()
    viewed.push(table)
  }
  close()
  return viewed
}

/** Whether a paragraph ends at its mark: not where the mark is deleted or hidden. */
function endsHere({ mark }: Paragraph, { view, hidden }: Viewing): boolean {
  return stands(mark.revisions, view) && (hidden || !mark.hidden)
}

function numbered({ sources, properties, pieces }: Joined, { counter, omissions }: Viewing): ViewedParagraph {
  const { list } = properties
  return {
    type: 'paragraph',
    sources,
    properties,
    pieces: omissions(pieces, sources),
    label: list && !isSectionBreak(sources, pieces) ? counter.next(list.id, list.level) : '',
  }
}

const placeOnly: ReadonlySet<string> = new Set([
  'text',
  'bookmark-start',
  'bookmark-end',
  'comment-start',
  'comment-end',
])

/** Word prints a section break, and no paragraph, where nothing stands before it: such a one takes no number. */
function isSectionBreak(sources: readonly Paragraph[], pieces: readonly ViewedPiece[]): boolean {
  return (
    sources.at(-1)!.mark.endsSection &&
    pieces.every(({ piece, text }) => text === '' && placeOnly.has(piece.kind))
  )
}
