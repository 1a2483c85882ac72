import {
  clausesOf,
  parseStory,
  type SourceDocument,
  type SourceParagraph,
  type SourceStory,
  type SourceTable,
  type StoryKind,
} from '../../agreement/index.ts'
import { storyWords } from '../text/stories.ts'
import { placesIn } from './place.ts'
import type { GateText } from './types.ts'
import { Blanks, type Border, type GateBlock, type GateWord, gateBlock } from './words.ts'

/** Words beside the body: one note, one header, one box. */
export interface GateStory {
  kind: StoryKind
  /** `Footnote 1`, `Header (first page)`. */
  name: string
  words: GateWord[]
  text: string
}

/** One side, cut into words. */
export interface GateSide {
  id: string
  document: SourceDocument
  blocks: GateBlock[]
  words: GateWord[]
  stories: GateStory[]
  /** Entries of a table of contents, without their pages' numbers, which Word leaves out of the words. */
  contents: GateWord[][]
  /** Where a word of the body stands, as a person cites it. */
  placeOf(word: GateWord | undefined): string
}

/** How a side is read, by what the other one is. */
export interface SideOptions {
  /** Whether the other side tells cells and the fields of pages' numbers too: both are Word files. */
  alike: boolean
  /** Whether it is the one to sign. */
  toSign: boolean
}

/** Reads a side. */
export function gateSide(
  { id, document, source = '', format }: GateText,
  { alike, toSign }: SideOptions,
): GateSide {
  const read: SourceDocument = document ?? {
    stories: [{ kind: 'body', name: '', blocks: [], lines: { source, format: format ?? 'text' } }],
    leftOut: [],
    unread: [],
    notes: [],
  }
  const bodies = read.stories.filter(({ kind }) => kind === 'body')
  const blanks = new Blanks()
  const blocks: GateBlock[] = []
  for (const body of bodies)
    for (const paragraphs of paragraphsOf(body, alike)) {
      const block = gateBlock(paragraphs, blocks.length, blanks)
      // A number that a program counts answers no other words of the text itself.
      blocks.push(alike || toSign ? { ...block, words: block.words.map(counted) } : block)
    }
  const stories = read.stories
    .filter(({ kind }) => kind !== 'body')
    .map((story) => {
      const own = paragraphsOf(story, alike)
        .map((paragraphs) => gateBlock(paragraphs, 0, blanks))
        .map((block) => (alike ? { ...block, words: block.words.map(counted) } : block))
      return {
        kind: story.kind,
        name: storyWords(story.kind, story.name),
        words: own.flatMap(({ words }) => words),
        text: own.map(({ text }) => text).join('\n'),
      }
    })
    .filter(({ words }) => words.length > 0)
  let places: ((word: GateWord) => string) | undefined
  return {
    id,
    document: read,
    blocks,
    words: blocks.flatMap(({ words }) => words),
    stories,
    contents: contentsIn(read, blanks),
    placeOf(word) {
      if (!word) return ''
      places ??= placesIn(
        blocks,
        bodies.flatMap((body) => clausesOf(parseStory(body))),
      )
      return places(word)
    },
  }
}

/** A page's number that answers nothing but a page's number. */
function counted(word: GateWord): GateWord {
  if (!word.page) return word
  const { page: _, ...plain } = word
  return { ...plain, text: '[number of a page]' }
}

/** The paragraphs of a story, those of a row of a table together, with the borders of cells where they count. */
function paragraphsOf({ blocks, lines }: SourceStory, borders: boolean): (SourceParagraph | Border)[][] {
  if (lines) {
    return lines.source
      .split(/\n[^\S\n]*\n/)
      .filter((text) => text.trim() !== '')
      .map((text) => [{ type: 'paragraph', text: text.trim() }])
  }
  return blocks.flatMap((block) => (block.type === 'paragraph' ? [[block]] : rowsOf(block, borders)))
}

function rowsOf({ rows }: SourceTable, borders: boolean): (SourceParagraph | Border)[][] {
  return rows.map(({ cells }) => {
    const inner = cells.flatMap(({ blocks }, at) => [
      ...(borders && at > 0 ? ['<cell>' as const] : []),
      ...blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : rowsOf(block, borders).flat())),
    ])
    return borders ? ['<row>' as const, ...inner, '<row>' as const] : inner
  })
}

function contentsIn({ leftOut }: SourceDocument, blanks: Blanks): GateWord[][] {
  return leftOut
    .filter(({ kind }) => kind === 'contents')
    .flatMap(({ text = '' }) => text.split('\n'))
    .map((line) => line.replace(/[\s.…]*\b(?:\d{1,4}|[ivxlc]{1,6})\s*$/u, ''))
    .filter((line) => line.trim() !== '')
    .map((text) => gateBlock([{ type: 'paragraph', text }], 0, blanks).words)
}
