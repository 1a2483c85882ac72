import {
  type Agreement,
  clausesOf,
  parseAgreement,
  parseStory,
  type SourceBlock,
  type SourceDocument,
  type SourceParagraph,
  type SourceStory,
  type StoryKind,
} from '../../agreement/index.ts'
import { storyWords } from '../text/stories.ts'
import { placesIn } from './place.ts'
import type { GateText } from './types.ts'
import { Blanks, type GateBlock, type GateWord, gateBlock } from './words.ts'

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

/** Reads a side. */
export function gateSide({ id, document, source = '', format }: GateText): GateSide {
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
    for (const paragraphs of paragraphsOf(body)) blocks.push(gateBlock(paragraphs, blocks.length, blanks))
  const stories = read.stories
    .filter(({ kind }) => kind !== 'body')
    .map((story) => {
      const own = paragraphsOf(story).map((paragraphs) => gateBlock(paragraphs, 0, blanks))
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
        bodies.flatMap((body) => clausesOf(treeOf(body))),
      )
      return places(word)
    },
  }
}

function treeOf(story: SourceStory): Agreement {
  return story.lines ? parseAgreement(story.lines.source, { format: story.lines.format }) : parseStory(story)
}

/** The paragraphs of a story, those of a row of a table together. */
function paragraphsOf({ blocks, lines }: SourceStory): SourceParagraph[][] {
  if (lines) {
    return lines.source
      .split(/\n[^\S\n]*\n/)
      .filter((text) => text.trim() !== '')
      .map((text) => [{ type: 'paragraph', text: text.trim() }])
  }
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [[block]]
      : block.rows.map(({ cells }) => cells.flatMap(({ blocks: own }) => flat(own))),
  )
}

function flat(blocks: readonly SourceBlock[]): SourceParagraph[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph'
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks: own }) => flat(own))),
  )
}

function contentsIn({ leftOut }: SourceDocument, blanks: Blanks): GateWord[][] {
  return leftOut
    .filter(({ kind }) => kind === 'contents')
    .flatMap(({ text = '' }) => text.split('\n'))
    .map((line) => line.replace(/[\s.…]*\b(?:\d{1,4}|[ivxlc]{1,6})\s*$/u, ''))
    .filter((line) => line.trim() !== '')
    .map((text) => gateBlock([{ type: 'paragraph', text }], 0, blanks).words)
}
