import { own } from '../../own.ts'
import { letters, roman } from '../numeral.ts'
import { attribute, type HtmlElement, isElement, styleOf } from './node.ts'

const BULLETS = new Set(['disc', 'circle', 'square'])

/** Types of the `type` attribute, as list styles (HTML, 4.4.5). */
const TYPES: Record<string, string> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}

/** The marks that a browser prints before the entries of a list, by entry; an entry without one has none. */
export function marksOf(list: HtmlElement): Map<HtmlElement, string> {
  const items = list.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'li')
  const ordered = list.tagName === 'ol'
  const reversed = ordered && attribute(list, 'reversed') !== undefined
  const style = listStyle(list) ?? (ordered ? 'decimal' : 'disc')
  let value = whole(attribute(list, 'start')) ?? (reversed ? items.length : 1)
  const marks = new Map<HtmlElement, string>()
  for (const item of items) {
    if (ordered) value = whole(attribute(item, 'value')) ?? value
    const mark = markOf(value, listStyle(item) ?? style)
    if (mark !== '') marks.set(item, mark)
    value += reversed ? -1 : 1
  }
  return marks
}

function listStyle(element: HtmlElement): string | undefined {
  const set = styleOf(element, 'list-style-type') ?? styleOf(element, 'list-style')?.split(/\s+/)[0]
  return set ?? own(TYPES, attribute(element, 'type') ?? '')
}

/** A mark with its dot, as browsers print it; they go over to digits where a numeral cannot say the value. */
function markOf(value: number, style: string): string {
  if (style === 'none') return ''
  if (BULLETS.has(style)) return '•'
  return `${numeral(value, style)}.`
}

function numeral(value: number, style: string): string {
  switch (style) {
    case 'lower-alpha':
    case 'lower-latin':
      return value < 1 ? String(value) : inLetters(value)
    case 'upper-alpha':
    case 'upper-latin':
      return value < 1 ? String(value) : inLetters(value).toUpperCase()
    case 'lower-roman':
      return inRoman(value)
    case 'upper-roman':
      return inRoman(value).toUpperCase()
    case 'decimal-leading-zero':
      return value >= 0 && value < 10 ? `0${value}` : String(value)
    default:
      return String(value)
  }
}

function inRoman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  return roman(value)
}

/** Letters as browsers count past z: aa, ab, ac (not aa, bb, cc as Word does). */
function inLetters(value: number): string {
  return value <= 26 ? letters(value) : inLetters(Math.ceil(value / 26) - 1) + letters(((value - 1) % 26) + 1)
}

function whole(value: string | undefined): number | undefined {
  const found = /^\s*([+-]?\d{1,9})/.exec(value ?? '')
  return found ? Number(found[1]) : undefined
}
