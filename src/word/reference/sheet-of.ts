import { child, type XmlElement } from '../../ooxml/index.ts'
import type { Sheet } from './look.ts'

/** Largest page that Word knows, and narrowest column in which a table of ours can be read (twips). */
const LARGEST = 31_680
const NARROWEST = 4_000

/** The page of a section, upright; undefined where it says none, or one that nothing can be printed on. */
export function sheetOf(section: XmlElement | undefined): Sheet | undefined {
  const size = child(section, 'w:pgSz')
  const margin = child(section, 'w:pgMar')
  if (!size || !margin) return undefined
  const sides = [twips(size, 'w'), twips(size, 'h')].sort((a, b) => a - b)
  const [width, height] = sides as [number, number]
  const sheet: Sheet = {
    size: { width, height },
    margin: {
      top: twips(margin, 'top'),
      right: twips(margin, 'right'),
      bottom: twips(margin, 'bottom'),
      left: twips(margin, 'left'),
      header: twips(margin, 'header', 680),
      footer: twips(margin, 'footer', 680),
      gutter: twips(margin, 'gutter', 0),
    },
  }
  const { top, right, bottom, left, gutter, header, footer } = sheet.margin
  const numbers = [width, height, top, right, bottom, left, gutter, header, footer]
  if (numbers.some((one) => !Number.isInteger(one)) || height > LARGEST) return undefined
  if ([right, left, gutter, header, footer].some((one) => one < 0 || one > LARGEST)) return undefined
  const tall = height - Math.abs(top) - Math.abs(bottom)
  return width - left - right - gutter < NARROWEST || tall < NARROWEST ? undefined : sheet
}

function twips(element: XmlElement, side: string, other = Number.NaN): number {
  const value = element.attributes[`w:${side}`]
  return value === undefined ? other : Number(value)
}
