import {
  child,
  elementsOf,
  type Lists,
  type Splice,
  type ViewedParagraph,
  type XmlElement,
} from '../../ooxml/index.ts'
import { closeTag, openTag } from '../write/writing.ts'
import { leavesOf } from './leaves.ts'
import { wordsOfParagraph } from './paragraphs.ts'
import { runLike, type Scribe } from './runs.ts'
import type { ClauseEdit } from './types.ts'

/** What stands before `w:numPr` in a paragraph's properties, and before `w:ind` (ECMA-376 part 1, 17.3.1.26). */
const BEFORE_NUMBER = 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr'.split(' ')
const BEFORE_INDENT = [
  ...BEFORE_NUMBER,
  ...'suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind'.split(
    ' ',
  ),
]

/** What of a paragraph's properties another one must not have. */
const alone = new Set(['w:rPr', 'w:sectPr', 'w:pPrChange', 'w:framePr'])

/** A clause, with the marks of a remark around its words. */
export interface WrittenClause {
  edit: ClauseEdit
  remark: { open: string; close: string }
}

/**
 * Clauses as inserted paragraphs behind one of a file. Where a paragraph follows, the ends of the new ones are inserted. Where
 * none does (at the end of a cell, before a table), rejecting would leave an empty one behind: there the end of the paragraph
 * before is inserted, and the last new one takes its properties and its end.
 */
export function clauseSplices(
  scribe: Scribe,
  root: XmlElement,
  lists: Lists,
  after: ViewedParagraph,
  clauses: readonly WrittenClause[],
): Splice[] {
  const { node } = after.sources.at(-1)!
  const last = clauses.length - 1
  const follows = nextOf(root, node)?.name === 'w:p'
  const own = child(node, 'w:pPr')
  const markup = clauses.map(({ edit, remark }, at) => {
    const kept = !follows && at === last
    const dress = kept ? (own ? scribe.text.slice(own.start, own.end) : '') : properties(scribe, edit, lists)
    return `<${scribe.w}p>${dress}${remark.open}${words(scribe, edit)}${tracked(scribe, remark.close)}</${scribe.w}p>`
  })
  const behind: Splice = { start: node.end, end: node.end, text: markup.join('') }
  if (follows) return [behind]
  if (node.innerStart === node.end) {
    const ended = openTag(scribe, node) + endedAnew(scribe, undefined) + closeTag(scribe, node)
    return [{ start: node.start, end: node.end, text: ended }, behind]
  }
  const at = own ?? { start: node.innerStart, end: node.innerStart }
  return [{ start: at.start, end: at.end, text: endedAnew(scribe, own) }, behind]
}

/** What of a paragraph's properties goes over to the end that its old one has become. */
const goesOver = new Set(['w:sectPr', 'w:pPrChange'])
const marksOfEnd = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange'])

/** Properties of a paragraph whose end is inserted, and was another's before. */
function endedAnew({ w, text, mark }: Scribe, own: XmlElement | undefined): string {
  const markup = (element: XmlElement | undefined, without: ReadonlySet<string>) =>
    elementsOf(element)
      .filter(({ name }) => !without.has(name))
      .map(({ start, end }) => text.slice(start, end))
      .join('')
  const looks = markup(child(own, 'w:rPr'), marksOfEnd)
  const rest = markup(own, new Set([...goesOver, 'w:rPr']))
  return `<${w}pPr>${rest}<${w}rPr><${w}ins ${mark()}/>${looks}</${w}rPr></${w}pPr>`
}

/** The end of a remark, its reference inserted with the words that it is about: it goes with them. */
function tracked({ w, mark }: Scribe, close: string): string {
  const at = close.indexOf(`<${w}r>`)
  return at < 0 ? close : `${close.slice(0, at)}<${w}ins ${mark()}>${close.slice(at)}</${w}ins>`
}

function listIndent({ properties: { list } }: ViewedParagraph, lists: Lists): number | undefined {
  return list && lists.get(list.id)?.levels[list.level]?.indent
}

/** The end of a paragraph deleted, where another one follows into which it may go; else it stays, as Word wants it. */
export function goneEnd(scribe: Scribe, root: XmlElement, { sources }: ViewedParagraph): Splice[] {
  const { w, text } = scribe
  const { node } = sources.at(-1)!
  if (nextOf(root, node)?.name !== 'w:p') return []
  const mark = `<${w}del ${scribe.mark()}/>`
  const own = child(node, 'w:pPr')
  if (!own)
    return [
      { start: node.innerStart, end: node.innerStart, text: `<${w}pPr><${w}rPr>${mark}</${w}rPr></${w}pPr>` },
    ]
  const looks = child(own, 'w:rPr')
  if (looks && looks.innerStart !== looks.end) {
    const at = child(looks, 'w:ins')?.end ?? looks.innerStart
    return [{ start: at, end: at, text: mark }]
  }
  const kept = elementsOf(own)
    .filter(({ name }) => name !== 'w:rPr')
    .map((one) => ({
      last: /^w:(?:sectPr|pPrChange)$/.test(one.name),
      markup: text.slice(one.start, one.end),
    }))
  const before = kept.filter(({ last }) => !last).map(({ markup }) => markup)
  const behind = kept.filter(({ last }) => last).map(({ markup }) => markup)
  const properties = `<${w}pPr>${before.join('')}<${w}rPr>${mark}</${w}rPr>${behind.join('')}</${w}pPr>`
  return [{ start: own.start, end: own.end, text: properties }]
}

/** The element that follows another one in its container. */
function nextOf(root: XmlElement, node: XmlElement): XmlElement | undefined {
  const own = elementsOf(root)
  const at = own.indexOf(node)
  if (at >= 0)
    return own.slice(at + 1).find(({ name }) => !/^w:(?:bookmark|comment|move|proof|perm)/.test(name))
  const around = own.find(({ start, end }) => start < node.start && node.end < end)
  return around && nextOf(around, node)
}

function words(scribe: Scribe, { like, label, text, heading = 0, depth = 0, bold }: ClauseEdit): string {
  const runs = leavesOf(like).filter(({ run, start, end }) => run && end > start)
  const first = runs[0]?.run
  const longest = runs.reduce<(typeof runs)[number] | undefined>(
    (best, leaf) => (best && best.end - best.start >= leaf.end - leaf.start ? best : leaf),
    undefined,
  )?.run
  const number =
    label === undefined ? '' : depth > 0 ? `${label}\t` : setInOf(like) + label + separatorOf(like)
  // A number that is typed may be a run of its own, and the heading behind it looks otherwise.
  const behind = like.label === '' ? (/^\s*\S+\s+/.exec(wordsOfParagraph(like))?.[0].length ?? 0) : 0
  const titled =
    label === undefined || heading === 0 ? first : (runs.find(({ end }) => end > behind)?.run ?? first)
  const heads: [words: string, like: XmlElement | undefined, look?: { bold: boolean }][] = bold
    ? [
        [number, first],
        [text.slice(0, heading), longest, { bold }],
      ]
    : titled === first
      ? [[number + text.slice(0, heading), first]]
      : [
          [number, first],
          [text.slice(0, heading), titled],
        ]
  const rest = text.slice(heading)
  const runsOf = [
    ...heads.map(([head, dress, look]) => (head === '' ? '' : runLike(scribe, head, dress, look))),
    rest === '' ? '' : runLike(scribe, rest, longest),
  ]
  return `<${scribe.w}ins ${scribe.mark()}>${runsOf.join('')}</${scribe.w}ins>`
}

/** What stands between a number and the words behind it: as in the other paragraph, else a tab where its list counts it. */
function separatorOf(like: ViewedParagraph): string {
  if (like.label !== '') return '\t'
  return /^\s*\S+(\s+)/.exec(wordsOfParagraph(like))?.[1] ?? ' '
}

/** Spaces or tabs with which a typed number is set in. */
function setInOf(like: ViewedParagraph): string {
  return like.label === '' ? /^\s*/.exec(wordsOfParagraph(like))![0] : ''
}

/** How far an entry of a list is set in from what it is listed under, in twentieths of a point. */
const step = 425

function properties(
  scribe: Scribe,
  { like, label, text: words, heading, depth = 0 }: ClauseEdit,
  lists: Lists,
): string {
  const { w, text } = scribe
  const own = child(like.sources.at(-1)!.node, 'w:pPr')
  // A number is typed that the list of the other paragraph would count.
  const typed = label !== undefined && like.label !== ''
  const goes = (name: string) =>
    alone.has(name) || (typed && name === 'w:numPr') || (depth > 0 && name === 'w:ind')
  const kept = elementsOf(own).filter(({ name }) => !goes(name))
  const markup = (nodes: readonly XmlElement[]) =>
    nodes.map(({ start, end }) => text.slice(start, end)).join('')
  const indented = kept.some(({ name }) => name === 'w:ind')
  const upTo = (names: readonly string[]) =>
    kept.findLastIndex(({ name }) => names.some((one) => name === `w:${one}`)) + 1
  const [style, number, ind] = [upTo(['pStyle']), upTo(BEFORE_NUMBER), upTo(BEFORE_INDENT)]
  // A heading alone goes over to the next page with what it heads.
  const keeps = heading === words.length && !kept.some(({ name }) => name === 'w:keepNext')
  const next = keeps ? `<${w}keepNext/>` : ''
  const none = typed ? `<${w}numPr><${w}ilvl ${w}val="0"/><${w}numId ${w}val="0"/></${w}numPr>` : ''
  const set = indentation(scribe, depth, like.properties.indent, listIndent(like, lists), typed && !indented)
  const mark = `<${w}rPr><${w}ins ${scribe.mark()}/></${w}rPr>`
  return `<${w}pPr>${markup(kept.slice(0, style))}${next}${markup(kept.slice(style, number))}${none}${markup(kept.slice(number, ind))}${set}${markup(kept.slice(ind))}${mark}</${w}pPr>`
}

/** An entry of a list hangs behind its number; what a list set in stays so without it. */
function indentation(
  { w }: Scribe,
  depth: number,
  own: number | undefined,
  list: number | undefined,
  unlisted: boolean,
): string {
  if (depth > 0) {
    // Where a clause has its words at the margin, its list begins a step inside of it; else where its words do.
    const from = Math.max(0, own ?? list ?? 0) || step
    return `<${w}ind ${w}left="${from + step * depth}" ${w}hanging="${step}"/>`
  }
  if (!unlisted || list === undefined || list === 0) return ''
  return `<${w}ind ${w}left="${list}" ${w}hanging="${Math.min(list, 720)}"/>`
}
