import type { StoryKind } from '../../agreement/index.ts'
import { matchTokens } from '../../compare/word-diff.ts'
import { elementsOf, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { pairHeaders } from '../headers.ts'
import { notesOf, pairNotes } from '../notes/pair.ts'
import { outline } from '../proof/outline.ts'

/** A place where two files differ in what is no letter. */
export interface Unworded {
  story: StoryKind
  /** What differs: `white space`, `a picture`. */
  what: string
  /** The lines of both sides, their words alone. */
  before: string
  after: string
  /** What came back before and in it, line by line, by which its place is found. */
  lines: string[]
}

/**
 * What differs between two files without tracked changes and is no letter: white space, ends of paragraphs, fields,
 * pictures, marks of notes. A comparison of words does not see it.
 */
export function unworded(left: WordPackage, right: WordPackage): Unworded[] {
  return storiesOfBoth(left, right).flatMap(({ story, before, after }) =>
    gaps(before, after).flatMap(([gone, come, from]): Unworded[] => {
      const what = difference(gone, come)
      if (what === undefined) return []
      const lines = after.slice(0, from + Math.max(1, come.length)).map(wordsOfLine)
      return [{ story, what, before: shown(gone, what), after: shown(come, what), lines }]
    }),
  )
}

interface StoryOfBoth {
  story: StoryKind
  before: string[]
  after: string[]
}

function storiesOfBoth(left: WordPackage, right: WordPackage): StoryOfBoth[] {
  const lines = (file: WordPackage, part: string, node: XmlElement) =>
    outline(file, part, node, { results: true, notes: false, words: apart, simple: true })
  const body = (file: WordPackage) => {
    const { root } = file.xml(file.main)
    return lines(file, file.main, elementsOf(root, 'w:body')[0] ?? root)
  }
  const headers = pairHeaders(left, right).pairs.map(({ left: one, right: other }): StoryOfBoth => {
    const { root } = right.xml(other)
    return {
      story: root.name === 'w:ftr' ? 'footers' : 'headers',
      before: lines(left, one, left.xml(one).root),
      after: lines(right, other, root),
    }
  })
  const keys = pairNotes(left, right)
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) => {
    const [ours, theirs] = [notesOf(left, kind), notesOf(right, kind)]
    const answers = new Map([...ours.byId].map(([id, node]) => [keys.left(kind, id), node]))
    return [...theirs.byId].flatMap(([id, node]): StoryOfBoth[] => {
      const other = answers.get(keys.right(kind, id))
      if (!other) return []
      return [
        {
          story: `${kind}s`,
          before: lines(left, ours.part!, other),
          after: lines(right, theirs.part!, node),
        },
      ]
    })
  })
  return [{ story: 'body', before: body(left), after: body(right) }, ...headers, ...notes]
}

/** Lines that differ: of the left, of the right, and at which line of the right. */
function gaps(left: readonly string[], right: readonly string[]): [string[], string[], number][] {
  const found: [string[], string[], number][] = []
  let [at, to] = [0, 0]
  for (const [one, other] of [...matchTokens(left, right), [left.length, right.length] as const]) {
    if (one > at || other > to) found.push([left.slice(at, one), right.slice(to, other), to])
    at = one + 1
    to = other + 1
  }
  return found
}

/** What differs beside words; undefined where words alone do. */
function difference(gone: readonly string[], come: readonly string[]): string | undefined {
  const [one, other] = [gone, come].map((lines) => lines.flatMap((line) => line.match(MARKER) ?? []).sort())
  const sameWords = solid(gone) === solid(come)
  if (one!.join('\n') !== other!.join('\n')) {
    // A clause that came or went took its marks along.
    if (!sameWords && (gone.length === 0 || come.length === 0)) return undefined
    const alone = [
      ...one!.filter((marker) => count(one!, marker) !== count(other!, marker)),
      ...other!.filter((marker) => count(one!, marker) !== count(other!, marker)),
    ]
    const kinds = new Set(alone.map(kindOf))
    if (!sameWords) for (const kind of told) kinds.delete(kind)
    return kinds.size === 0 ? undefined : [...kinds].join(', ')
  }
  if (!sameWords) return undefined
  return gone.length === come.length ? 'white space' : 'ends of paragraphs'
}

/** What a line of an outline holds beside words: `<begin>`, `{ REF a }`, `<picture …>`. */
const MARKER = /<[^<>]*>|\{[^{}]*\}/g

/** Told by words, where words differ too. */
const told = ['ends of paragraphs', 'rows or cells', 'the mark of a note', 'a text box']

const count = (all: readonly string[], marker: string) => all.filter((one) => one === marker).length

function kindOf(marker: string): string {
  if (marker.startsWith('{') || /^<(?:begin|separate|end)>$/.test(marker)) return 'a field'
  if (/^<(?:foot|end)note/.test(marker)) return 'the mark of a note'
  if (marker.startsWith('<math')) return 'an equation'
  if (/^<\/?box/.test(marker)) return 'a text box'
  if (/^<(?:\/?table|row|cell)>$/.test(marker)) return 'rows or cells'
  if (marker.startsWith('<sym')) return 'a symbol'
  return 'a picture'
}

/** Signs by which an outline tells what is no letter, as letters of the words themselves. */
const OWN = '<>{}'
const AWAY = '\ue0f0\ue0f1\ue0f2\ue0f3'

function apart(text: string): string {
  return text.replace(/[<>{}]/g, (sign) => AWAY[OWN.indexOf(sign)]!)
}

function wordsOfLine(line: string): string {
  return own(line.replace(MARKER, ''))
}

function own(text: string): string {
  return text.replace(/[\ue0f0-\ue0f3]/g, (sign) => OWN[AWAY.indexOf(sign)]!)
}

function solid(lines: readonly string[]): string {
  return lines.map(wordsOfLine).join('').replace(/\s+/g, '')
}

/** The words with what differs in sight: instructions of fields, kinds of white space. */
function shown(lines: readonly string[], what: string): string {
  const told = lines.map((line) =>
    own(
      line
        .replace(/<(?:begin|separate|end)>/g, '')
        .replace(/\{([^{}]*)\}/g, what.includes('a field') ? '[field $1: ]' : '')
        .replace(/<\/?(table|row|cell)>/g, what.includes('rows') ? '[$1]' : '')
        .replace(MARKER, ''),
    ),
  )
  return (what === 'white space' ? told.map(withSpaces) : told).join(' ¶ ').trim()
}

/** White space by its names, but for single spaces. */
function withSpaces(text: string): string {
  return text
    .replace(/ {2,}/g, (run) => `[${run.length} spaces]`)
    .replace(/\u00a0/g, '[no-break space]')
    .replace(/\t/g, '[tab]')
    .replace(/\n(?:page|column)?/g, '[break]')
    .replace(
      /[\u2000-\u200b\u202f\u3000]/g,
      (sign) => `[space U+${sign.charCodeAt(0).toString(16).toUpperCase()}]`,
    )
    .replace(/^ | $/g, '[space]')
}
