import type { SourceStory, StoryKind } from '../../../agreement/index.ts'
import type { ReadWordDocument, Story, ViewedStory } from '../../../ooxml/index.ts'
import { sourceBlocks } from './blocks.ts'
import { noteNumbers } from './note-numbers.ts'
import type { StoryOptions } from './story-options.ts'

const kinds: Record<Story['kind'], StoryKind> = {
  body: 'body',
  header: 'headers',
  footer: 'footers',
  footnote: 'footnotes',
  endnote: 'endnotes',
  comment: 'comments',
  box: 'boxes',
}

/** The order in which a reader meets them. */
const order = Object.values(kinds)

/** The stories of a Word file that have words, in a reader's order: notes as they are referred to, not as they are stored. */
export function storiesOf(
  viewed: readonly ViewedStory[],
  document: ReadWordDocument,
  given: Omit<StoryOptions, 'notes'>,
): SourceStory[] {
  const numbers = noteNumbers(viewed)
  const options = { ...given, notes: numbers }
  const boxes = { drawn: 0, picture: 0, table: 0 }
  return viewed
    .map(({ story, blocks }) => {
      const number = numbers.get(`${story.kind} ${story.id}`) ?? Number.POSITIVE_INFINITY
      const source = { kind: kinds[story.kind], name: '', blocks: sourceBlocks(blocks, document, options) }
      const drawn = story.drawing === 'picture' || story.drawing === 'table' ? story.drawing : 'drawn'
      if (story.kind === 'box' && source.blocks.length > 0) boxes[drawn] += 1
      return { source: { ...source, name: nameOf(story, number, boxes[drawn]) }, number }
    })
    .filter(({ source }) => source.blocks.length > 0)
    .sort(
      (a, b) =>
        order.indexOf(a.source.kind) - order.indexOf(b.source.kind) ||
        (a.number < b.number ? -1 : a.number > b.number ? 1 : 0),
    )
    .map(({ source }) => source)
}

/** What tells a story from others of its kind, for people. */
function nameOf(story: Story, number: number, box: number): string {
  if (story.kind === 'body') return ''
  if (story.kind === 'header' || story.kind === 'footer') return pagesOf(story)
  if (story.kind === 'comment') {
    const { author = '', answers, resolved } = story.comment ?? {}
    const kind = answers === undefined ? 'Comment' : 'Answer'
    return `${kind} by ${author || 'somebody'}${resolved ? ', resolved' : ''}`
  }
  if (story.drawing === 'picture' || story.drawing === 'table') return `${drawings[story.drawing]} ${box}`
  if (story.kind === 'box')
    return story.drawing === 'text-box' ? String(box) : `${box} (${drawings[story.drawing ?? 'shape']})`
  if (story.separator) return 'separator'
  return Number.isFinite(number) ? String(number) : 'without a reference'
}

const drawings = {
  'text-box': 'text box',
  diagram: 'diagram',
  chart: 'chart',
  shape: 'shape',
  'word-art': 'WordArt',
  // Pictures and tables have no words but those for who does not see them.
  picture: 'Picture',
  table: 'Words for table',
} as const

function pagesOf({ pages = [] }: Story): string {
  if (pages.length === 0) return 'not used'
  const first = pages[0]!
  const kind = { default: '', first: 'first page', even: 'even pages' }[first.pages]
  const section = first.section > 1 ? `section ${first.section}` : ''
  return [section, kind].filter((part) => part !== '').join(', ')
}
