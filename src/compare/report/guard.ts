import { grouped } from '../../in-words.ts'
import type { Comparison, SidedOmission, SideName } from '../types.ts'

/** What a rule leaves out, as a reader calls it. */
const kinds: Readonly<Record<string, string>> = {
  contents: 'of a table of contents',
  'page-number': 'of page numbers',
  hidden: 'of hidden text',
  'page-heads': 'of heads, feet and numbers of pages',
  'line-numbers': 'of line numbers',
  'repeated-head': 'of repeated heads and feet of pages',
  options: 'of options not chosen',
  'front-matter': 'of front matter',
  'style-words': 'that style sheets print',
  unseen: 'of scripts, style sheets and templates',
  tips: 'that show when one points at a place',
}

/** What is about words that are the same and is not the same itself. */
const besideWords: Readonly<Record<string, string>> = {
  'footnote-mark': 'where a footnote is marked',
  'endnote-mark': 'where an endnote is marked',
  'comment-mark': 'what a comment is about',
  'comment-author': 'who wrote a comment',
  'list-label': 'the label of a paragraph',
  'stored-value': 'what a content control keeps and does not show',
  field: 'a field that only Word can reckon',
  'header-place': 'where a header stands',
  'footer-place': 'where a footer stands',
  'row-place': 'the columns in which a row of a table stands',
  'cell-span': 'the rows and columns that a cell covers',
  'sign-font': 'letters that a font of signs prints as signs',
  'drawn-letters': 'the shapes of letters that the file draws itself',
  unseen: 'words that a person does not see on the page',
  reckoned: 'a field whose words are worked out anew, where the agreed text has plain words or another field',
  direction: 'the direction in which words run',
  cover: 'a shape or picture that may lie over words',
  struck: 'words that are struck out',
  strikeout: 'words that are struck out',
  tip: 'words that stand over a field when one points at it',
  review: 'what a reviewer decided',
  script: 'what the file does by itself',
}

/** How a mark of the same words is called; undefined of what is no mark. */
export function besideWordsOf(kind: string): string | undefined {
  return besideWords[kind]
}

/** How what is left out and differs is called. */
export function watchedWordsOf(kind: string): string {
  return watched[kind] ?? kind
}

/** What is left out and is no part of the words that are compared, by its name: a difference of it is told. */
const watched: Readonly<Record<string, string>> = {
  hidden: 'hidden text',
  'front-matter': 'front matter',
  options: 'list of options not chosen',
  'style-words': 'text that its style sheets print',
  unseen: 'text of scripts, style sheets and templates',
  tips: 'text that shows when one points at a place',
  'page-heads': 'text of heads and feet of pages',
  'line-numbers': 'numbering of lines',
}

/** Whether something could not be read, or was left out and differs: then nothing may be said to be the same. */
export function isUnsure(comparison: Pick<Comparison, 'unread' | 'leftOut'>): boolean {
  return comparison.unread.length > 0 || unlikeOmissions(comparison).length > 0
}

/** The kinds of what was left out whose words differ between the two sides, or may. */
export function unlikeOmissions({ leftOut }: Pick<Comparison, 'leftOut'>): string[] {
  return Object.keys(watched).filter((kind) => {
    const own = (side: SideName) => leftOut.filter((one) => one.side === side && one.kind === kind)
    const [left, right] = [own('left'), own('right')]
    if (kind === 'hidden' && [...left, ...right].some(({ text }) => text === undefined)) return true
    return omittedText(left) !== omittedText(right)
  })
}

function omittedText(omissions: readonly SidedOmission[]): string {
  return omissions.map(({ text = '' }) => text.replace(/\s+/g, ' ').trim()).join(' ')
}

/** What was not read and what was left out, each in a line; a report has them at its top. */
export function guardLines(comparison: Pick<Comparison, 'left' | 'right' | 'unread' | 'leftOut'>): string[] {
  const { unread, leftOut } = comparison
  const nameOf = (side: SideName) => {
    const [own, other] = [comparison[side].id, comparison[side === 'left' ? 'right' : 'left'].id]
    return own === other ? `the ${side} text` : own
  }
  return [
    ...unread.map((one) => {
      const beside = besideWords[one.kind]
      return beside === undefined
        ? `Not read in ${nameOf(one.side)}: ${omissionWords(one)}. Nothing is said of it.`
        : `Not the same in ${nameOf(one.side)}, though the words are: ${beside} (${one.place}).`
    }),
    ...(['left', 'right'] as const).flatMap((side) => {
      const parts = leftOutWords(leftOut.filter((one) => one.side === side))
      return parts === '' ? [] : [`Left out in ${nameOf(side)}, and not compared: ${parts}.`]
    }),
    ...unlikeOmissions(comparison).map((kind) =>
      kind === 'hidden'
        ? 'The hidden text differs too, or may: it is compared where that is asked for (--hidden).'
        : `The ${watched[kind]} left out of one side is not that of the other.`,
    ),
  ]
}

function omissionWords({ kind, place, words }: SidedOmission): string {
  const what = kind.replaceAll('-', ' ')
  const count = words === undefined ? '' : `, ${wordCount(words)}`
  return place === '' ? `${what}${count}` : `${place} (${what}${count})`
}

/** `14 words of a table of contents, 3 of page numbers`. */
function leftOutWords(omissions: readonly SidedOmission[]): string {
  const counts = new Map<string, number | undefined>()
  for (const { kind, words } of omissions) {
    const known = counts.has(kind) ? counts.get(kind) : 0
    counts.set(kind, known === undefined || words === undefined ? undefined : known + words)
  }
  return [...counts]
    .map(([kind, words]) => {
      const of = kinds[kind] ?? `of ${kind.replaceAll('-', ' ')}`
      return words === undefined ? `words ${of}` : `${wordCount(words)} ${of}`
    })
    .join(', ')
}

function wordCount(words: number): string {
  return `${grouped(words)} ${words === 1 ? 'word' : 'words'}`
}
