import { own } from '../../own.ts'
import { type HtmlElement, styleOf } from './node.ts'

/** Pixels of a unit of length of CSS, at a browser's usual sizes. */
const PIXELS: Record<string, number> = {
  px: 1,
  pt: 4 / 3,
  em: 16,
  rem: 16,
  ch: 8,
  in: 96,
  cm: 38,
  mm: 3.8,
  '%': 8,
}
const COLUMN = 8

/** How far an element's words are set in, in columns of a fixed-width page: lists count on their own. */
export function indentOf(element: HtmlElement): number {
  const { tagName } = element
  const own = tagName === 'blockquote' || tagName === 'dd' ? 4 : 0
  const set = lengthOf(styleOf(element, 'margin-left')) + lengthOf(styleOf(element, 'padding-left'))
  return Math.min(80, own + Math.round(set / COLUMN))
}

function lengthOf(value: string | undefined): number {
  const [, number, unit = ''] = /^(\d*\.?\d+)(px|pt|r?em|ch|in|cm|mm|%)$/.exec(value ?? '') ?? []
  return number === undefined ? 0 : Number(number) * (own(PIXELS, unit) ?? 0)
}
