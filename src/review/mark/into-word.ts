import { type Clause, parseBlocks } from '../../agreement/index.ts'
import {
  canEdit,
  editWord,
  openForEdits,
  paragraphsIn,
  type Stretch,
  type WordEdit,
  wordsOfParagraph,
} from '../../markup/index.ts'
import type { Matter } from '../../matter/index.ts'
import type { ViewedParagraph } from '../../ooxml/index.ts'
import { Problem } from '../../problem.ts'
import { wordsInParagraphs } from '../../redline/index.ts'
import { type BodyBlock, bodyBlocks } from '../../texts/word.ts'
import { planMarks } from './plan.ts'
import type { MarkInput, MarkPlan, PlannedClause } from './planned.ts'
import type { Site } from './sites.ts'
import { bodyOf, type Span } from './their-sentences.ts'

/** Whose the marks are. */
export interface MarkAuthor {
  author: string
  /** ISO 8601 day or time. */
  date?: string
}

/** Whose the marks are: who is named, else the author of the matter's documents, else the client. */
export function markAuthor(
  { document, client }: Matter,
  { author, date, today }: Partial<MarkAuthor> & { today: string },
): MarkAuthor {
  return {
    author: author ?? document?.author ?? client?.name ?? 'Clausebook',
    date: date ?? document?.date ?? today,
  }
}

/**
 * Marks a vendor's Word file up in place: what is asked for as tracked changes in their styles and numbers, each with a comment
 * that is fit for their eyes. Rejecting all gives their file back.
 *
 * @param bytes of their .docx
 * @returns the file, and what was done for each row of the review
 * @throws Problem where the file cannot be read, or the marks cannot be made
 */
export function markWord(
  bytes: Uint8Array,
  input: Omit<MarkInput, 'agreement' | 'canChange'>,
  { author, date }: MarkAuthor,
): { bytes: Uint8Array; plan: MarkPlan } {
  const word = openForEdits(bytes)
  const blocks = bodyBlocks(word.document, word.blocks)
  const agreement = parseBlocks(blocks.map(({ block }) => block))
  const stretchesOf = (span: Span): Stretch[] => {
    const find = wordsInParagraphs(span.clause.text, paragraphsOf(span.clause, blocks))
    return find ? find(span.start, span.end) : []
  }
  const plan = planMarks({
    ...input,
    agreement,
    canChange: (span) => {
      const stretches = stretchesOf(span)
      return stretches.length > 0 && stretches.every(canEdit)
    },
  })
  const edits: WordEdit[] = [
    ...plan.changes.flatMap(({ span, text, remark }) => changeEdits(stretchesOf(span), text, remark)),
    ...plan.definitions.flatMap(({ after, like, label, text }) =>
      clauseEdits(
        { after, like, label, citation: label, between: false, headed: false },
        { heading: '', paragraphs: [{ mark: '', text }] },
        blocks,
      ),
    ),
    ...plan.clauses.flatMap((clause) => {
      if (!clause.instead) return clauseEdits(clause.site, clause, blocks)
      const [first, ...rest] = clause.paragraphs
      // Under a heading of theirs several paragraphs stand as a list; one alone stands where theirs stood.
      const listed = first!.mark !== '' && clause.site.headed
      const text = [first!.mark, first!.text].filter((one) => one !== '').join(' ')
      return [
        ...changeEdits(stretchesOf(clause.instead), listed ? '' : text, clause.remark),
        ...clauseEdits(
          { ...clause.site, label: '' },
          { heading: '', paragraphs: listed ? clause.paragraphs : rest },
          blocks,
        ),
      ]
    }),
    ...plan.remarks.map(
      ({ clause, remark }): WordEdit => ({ kind: 'remark', at: wholeOf(clause, blocks), remark }),
    ),
  ]
  if (edits.length === 0) return { bytes, plan }
  const at = { author, ...(date !== undefined && { date: date.length === 10 ? `${date}T00:00:00Z` : date }) }
  return { bytes: editWord(word, edits, at), plan }
}

/** Words that go, those that come at the first place of them. */
function changeEdits(
  stretches: readonly Stretch[],
  text: string,
  remark: readonly string[] | undefined,
): WordEdit[] {
  return stretches.map((at, index) => {
    const own = wordsOfParagraph(at.paragraph).slice(at.start, at.end)
    const {
      start,
      end,
      text: come,
    } = index === 0 ? least(own, text) : { start: 0, end: own.length, text: '' }
    return {
      kind: 'words',
      at: { paragraph: at.paragraph, start: at.start + start, end: at.start + end },
      text: come,
      ...(index === 0 && remark && { remark }),
    }
  })
}

/** The least that has to change, in whole words: the number of `48 hours`. */
function least(own: string, text: string): { start: number; end: number; text: string } {
  if (text === '' || own.length > 80) return { start: 0, end: own.length, text }
  const [before, after] = [own.split(/(?<=\s)/), text.split(/(?<=\s)/)]
  let first = 0
  while (first < Math.min(before.length, after.length) - 1 && before[first] === after[first]) first += 1
  let last = 0
  while (
    last < Math.min(before.length, after.length) - first - 1 &&
    before[before.length - 1 - last] === after[after.length - 1 - last]
  )
    last += 1
  const start = before.slice(0, first).join('').length
  const end = own.length - before.slice(before.length - last).join('').length
  const come = after.slice(first, after.length - last).join('')
  const space = last > 0 ? /\s*$/.exec(come)![0].length : 0
  return { start, end: end - space, text: come.slice(0, come.length - space) }
}

function clauseEdits(
  site: Site,
  { heading, paragraphs, remark }: Pick<PlannedClause, 'heading' | 'paragraphs' | 'remark'>,
  blocks: readonly BodyBlock[],
): WordEdit[] {
  const after = paragraphsOf(site.after, blocks).at(-1)
  const theirs = paragraphsOf(site.like, blocks).filter((one) => wordsOfParagraph(one).trim() !== '')
  const [like] = theirs
  if (!after || !like) throw new Problem('place', 'a clause has no place in the file: please report it')
  const headedLike = site.headed && site.like.heading !== undefined
  // Where their heading is a paragraph of its own, what follows it looks as their words do, and not as a heading.
  const body =
    headedLike && isHeadingAlone(like, site.like)
      ? theirs.slice(1).find(({ label }) => label === '')
      : undefined
  const opens: WordEdit[] = site.opens ? [openingEdit(site.opens, after, blocks)] : []
  const lines = linesOf({ heading, paragraphs }, site, body !== undefined)
  return [
    ...opens,
    ...lines.map(({ title, mark, text, depth }, at): WordEdit => {
      const label = mark === '' && (title !== '' || !body) ? labelOf(site, like) : mark
      const head = title === '' ? '' : headingLike(site.like, title, body ? '' : '.')
      return {
        kind: 'clause',
        after,
        like: title === '' ? (body ?? like) : like,
        ...(label !== undefined && label !== '' && { label }),
        text: [head, text].filter((one) => one !== '').join(' '),
        heading: headedLike ? head.length : 0,
        ...(depth !== undefined && { depth }),
        ...(at === 0 && remark && { remark }),
      }
    }),
  ]
}

/** Whether the first paragraph of a clause of theirs is its heading and no more. */
function isHeadingAlone(first: ViewedParagraph, { heading = '' }: Clause): boolean {
  const bare = (words: string) => words.replace(/[.:\s]+$/, '')
  return heading !== '' && bare(wordsOfParagraph(first)).endsWith(bare(heading))
}

/** The paragraphs of a clause: its heading stands before its words, or alone before several, or where theirs stand apart. */
function linesOf(
  { heading, paragraphs }: Pick<PlannedClause, 'heading' | 'paragraphs'>,
  { headed, label }: Site,
  apart: boolean,
): (PlannedClause['paragraphs'][number] & { title: string })[] {
  const [first, ...rest] = paragraphs
  const untitled = paragraphs.map((one) => ({ title: '', ...one }))
  const isOne = first !== undefined && first.mark === ''
  if (isOne && !apart)
    return [
      { title: headed || label === '' ? heading : '', ...first },
      ...rest.map((one) => ({ title: '', ...one })),
    ]
  return [...(heading === '' ? [] : [{ title: heading, mark: '', text: '' }]), ...untitled]
}

/** The heading of a section of our own. */
function openingEdit(
  opens: NonNullable<Site['opens']>,
  after: ViewedParagraph,
  blocks: readonly BodyBlock[],
): WordEdit {
  const like = paragraphsOf(opens.like, blocks).find((one) => wordsOfParagraph(one).trim() !== '')
  if (!like) throw new Problem('place', 'a section has no place in the file: please report it')
  const text = headingLike(opens.like, 'Llama Part', '')
  return {
    kind: 'clause',
    after,
    like,
    ...(like.label === '' && { label: opens.label }),
    text,
    heading: opens.like.heading === undefined ? 0 : text.length,
  }
}

/** A heading as theirs are: in capitals, with the sign that ends it. */
function headingLike({ heading, text }: Clause, words: string, usual = '.'): string {
  const capitals = heading !== undefined && heading === heading.toUpperCase() && /\p{L}{3}/u.test(heading)
  const sign =
    heading === undefined
      ? usual
      : (/^[.:]/.exec(text.slice(heading.length).trimStart())?.[0] ?? /[.:]$/.exec(heading)?.[0] ?? usual)
  return `${capitals ? words.toUpperCase() : words}${sign}`
}

/** A number that their list does not count is typed. */
function labelOf({ label, between }: Site, like: ViewedParagraph): string | undefined {
  return like.label === '' || between ? label : undefined
}

function paragraphsOf({ position }: Clause, blocks: readonly BodyBlock[]): ViewedParagraph[] {
  const own = blocks
    .slice(position.start.line - 1, position.end.line)
    .flatMap(({ viewed }) => paragraphsIn([viewed]))
  return own
}

function wholeOf(clause: Clause, blocks: readonly BodyBlock[]): Stretch {
  const all = paragraphsOf(clause, blocks)
  const find = wordsInParagraphs(clause.text, all)
  const { start } = bodyOf(clause)
  const [first] = find?.(start < clause.text.length ? start : 0, clause.text.length) ?? []
  if (first) return first
  const paragraph = all.find((one) => wordsOfParagraph(one).trim() !== '')
  if (!paragraph) throw new Problem('place', 'a comment has no place in the file: please report it')
  return { paragraph, start: 0, end: wordsOfParagraph(paragraph).length }
}
