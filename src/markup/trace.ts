import { elementsOf, escapeXml, type XmlElement } from '../ooxml/index.ts'
import type { Trace } from './resolve/part.ts'
import type { By, Gone } from './tokens/types.ts'
import { widthless } from './tokens/widthless.ts'
import { OBJECT } from './tokens/words.ts'

/** Namespace of what a resolved tracked change leaves behind while two files are compared. It never reaches a file. */
const NAMESPACE = 'urn:clausebook:trace'

/** Leaves in the place of each change of a file whose it was: so the redline can say so where it shows the same change. */
export const trace: Trace = {
  around: (mark) => [`<cb:by xmlns:cb="${NAMESPACE}"${whose(mark, '')}>`, '</cb:by>'],
  gone: (mark, around) => {
    const words = around ? wordsIn(around) : elementsOf(mark).length > 0 ? wordsIn(mark) : '¶'
    return `<cb:gone xmlns:cb="${NAMESPACE}"${whose(mark, '')} words="${escapeXml(words)}"/>`
  },
  left: (markup) => (markup.match(/<cb:gone xmlns:cb="urn:clausebook:trace"[^>]*>/g) ?? []).join(''),
  attribute: (mark) => ` xmlns:cb="${NAMESPACE}"${whose(mark, 'cb:')}`,
}

function whose({ attributes }: XmlElement, prefix: string): string {
  const date = attributes['w:date']
  return ` ${prefix}author="${escapeXml(attributes['w:author'] ?? '')}"${date === undefined ? '' : ` ${prefix}date="${escapeXml(date)}"`}`
}

/** What a deletion holds: its words, a sign for each object; of a field one for its start and one for its end. */
function wordsIn(element: XmlElement): string {
  return elementsOf(element).map(leafIn).join('')
}

function leafIn(leaf: XmlElement): string {
  const { name, attributes, children } = leaf
  if (name === 'w:delText' || name === 'w:t')
    return children.map((node) => (node.type === 'text' ? node.text : '')).join('')
  // White space around it, so that it is no part of a word.
  if (name === 'w:p') return `${wordsIn(leaf)} ¶ `
  if (
    /Pr$/.test(name) ||
    widthless.has(name) ||
    isPlaceMark(name) ||
    name.includes('nstrText') ||
    attributes['w:fldCharType'] === 'separate'
  )
    return ''
  return wrapping.test(name) ? wordsIn(leaf) : OBJECT
}

/** Bookmarks, ranges, marks of proofing: places, and no signs. */
function isPlaceMark(name: string): boolean {
  return /^w:(?:\w+(?:Start|End)|proofErr)$/.test(name)
}

const wrapping =
  /^w:(?:r|hyperlink|sdt|sdtContent|smartTag|customXml|fldSimple|ins|del|moveFrom|moveTo|tbl|tr|tc)$/

/** Whether an element is such a trace, around what stays or where something was. */
export function isTrace({ name }: XmlElement): boolean {
  return name.startsWith(`{${NAMESPACE}}`)
}

/** Whose insertion a trace stands around; undefined for every other element. */
export function tracedBy({ name, attributes }: XmlElement): By | undefined {
  return name === `{${NAMESPACE}}by` ? byOf(attributes.author, attributes.date) : undefined
}

/** Whose insertion the end of a paragraph was, or whose change looks were. */
export function endTracedBy({ attributes }: XmlElement): By | undefined {
  const author = attributes[`{${NAMESPACE}}author`]
  return author === undefined ? undefined : byOf(author, attributes[`{${NAMESPACE}}date`])
}

/** What was deleted in an element, and by whom, in order. */
export function tracesOfGone(element: XmlElement): Gone[] {
  const { name, attributes } = element
  if (name === `{${NAMESPACE}}gone`)
    return [{ words: attributes.words ?? '', by: byOf(attributes.author, attributes.date) }]
  return elementsOf(element).flatMap(tracesOfGone)
}

function byOf(author = '', date: string | undefined): By {
  return { author, ...(date !== undefined && { date }) }
}

/** Whether markup has traces. */
export function hasTraces(markup: string): boolean {
  return markup.includes(NAMESPACE)
}

/** Markup without traces. */
export function withoutTraces(markup: string): string {
  if (!hasTraces(markup)) return markup
  return markup
    .replace(/<cb:(?:by|gone) xmlns:cb="urn:clausebook:trace"[^>]*>|<\/cb:by>/g, '')
    .replace(/ xmlns:cb="urn:clausebook:trace"(?: cb:(?:author|date)="[^"]*")+/g, '')
}
