import type { StoryKind } from '../../agreement/index.ts'
import {
  type Looks,
  looksOf,
  readWord,
  type ViewedBlock,
  type ViewedParagraph,
  viewWord,
  type WordPackage,
} from '../../ooxml/index.ts'
import { storyParts } from '../story-parts.ts'
import { storyKinds } from './nearby.ts'

/** Words of a paragraph that are set so that nobody may see or heed them. */
interface Stretch {
  text: string
  why: string
  start: number
}

interface Line {
  story: StoryKind
  words: string
  stretches: Stretch[]
}

/** Words that one file hides, strikes out or sets out of sight, and the other has in plain sight. */
export interface LookChange {
  story: StoryKind
  text: string
  why: string
  /** Whether it is so in what came back; else in what was sent. */
  now: boolean
  /** Words before and after them in their paragraph. */
  around: { before: string; after: string }
  /** The paragraph, by which its place is found. */
  words: string
}

/** What differs between two files without tracked changes in whether words can be seen. */
export function lookChanges(sent: WordPackage, returned: WordPackage): LookChange[] {
  const [ours, theirs] = [linesOf(sent), linesOf(returned)]
  return [
    ...alone(theirs.lines, ours.lines, true),
    ...alone(ours.lines, theirs.lines, false),
    ...whole(ours, theirs),
  ]
}

function linesOf(file: WordPackage) {
  const document = readWord(file)
  const parts = [file.main, ...storyParts(file).map(({ name }) => name)]
  const looks = looksOf(file, document, [...new Set(parts)])
  const lines: Line[] = []
  const visit = (block: ViewedBlock, story: StoryKind): void => {
    if (block.type === 'paragraph') lines.push(lineOf(block, story, looks))
    else if (block.type === 'table')
      for (const { cells } of block.rows)
        for (const { blocks } of cells) for (const one of blocks) visit(one, story)
  }
  for (const { story, blocks } of viewWord(document, { hidden: true }))
    for (const block of blocks) visit(block, storyKinds[story.kind])
  return {
    lines,
    covers: looks.covers,
    whole: [...looks.whole, ...looks.fields.map((said) => `a field ${said}`)],
  }
}

function lineOf({ pieces }: ViewedParagraph, story: StoryKind, { reasons }: Looks): Line {
  let words = ''
  const stretches: Stretch[] = []
  for (const { piece, text } of pieces) {
    if (text === '') continue
    const why = [
      ...(piece.run.hidden ? ['hidden'] : []),
      ...(piece.run.struck ? ['struck out'] : []),
      ...(reasons.get(piece.run.node ?? piece.node) ?? []).map((reason) => reason.why),
    ]
    for (const one of why) {
      const last = stretches.findLast((stretch) => stretch.why === one)
      if (last && last.start + last.text.length === words.length) last.text += text
      else stretches.push({ text, why: one, start: words.length })
    }
    words += text
  }
  return { story, words, stretches: stretches.filter(({ text }) => text.trim() !== '') }
}

/** Stretches that the paragraph of the same words has not; where the words are others, that no other paragraph has. */
function alone(own: readonly Line[], others: readonly Line[], now: boolean): LookChange[] {
  const byWords = new Map<string, Line[]>()
  for (const line of others) byWords.set(line.words, [...(byWords.get(line.words) ?? []), line])
  const loose: { line: Line; stretch: Stretch }[] = []
  const found: { line: Line; stretch: Stretch }[] = []
  for (const line of own) {
    const same = byWords.get(line.words)?.shift()
    for (const stretch of line.stretches) {
      if (!same) loose.push({ line, stretch })
      else if (
        !same.stretches.some(
          (one) => one.why === stretch.why && one.start === stretch.start && one.text === stretch.text,
        )
      )
        found.push({ line, stretch })
    }
  }
  const left = [...byWords.values()].flat().flatMap(({ stretches }) => stretches)
  const there = others.map(({ words }) => words).join('\n')
  for (const one of loose) {
    const at = left.findIndex(
      ({ why, text }) => why === one.stretch.why && text.trim() === one.stretch.text.trim(),
    )
    if (at >= 0) left.splice(at, 1)
    // Words that came or went are told as words, with all that is set on them.
    else if (there.includes(one.stretch.text.trim())) found.push(one)
  }
  return found.map(({ line, stretch }) => ({
    story: line.story,
    text: stretch.text,
    why: stretch.why,
    now,
    around: {
      before: line.words.slice(0, stretch.start),
      after: line.words.slice(stretch.start + stretch.text.trimEnd().length),
    },
    words: line.words,
  }))
}

type Whole = Pick<ReturnType<typeof linesOf>, 'covers' | 'whole'>

/** Shapes that lie over words, and what the settings do, that one side alone has. */
function whole(ours: Whole, theirs: Whole): LookChange[] {
  const told = (why: string, words: string): LookChange => ({
    story: 'body',
    text: '',
    why,
    now: true,
    around: { before: '', after: '' },
    words,
  })
  const known = new Set(ours.covers.map(({ identity, within }) => `${identity} ${within}`))
  return [
    ...theirs.covers
      .filter(({ identity, within }) => !known.has(`${identity} ${within}`))
      .map(({ within }) => told('a shape or picture that may lie over words', within)),
    ...theirs.whole.filter((one) => !ours.whole.includes(one)).map((one) => told(one, '')),
  ]
}
