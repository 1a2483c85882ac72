import type { XmlElement } from '../xml/types.ts'
import { child, elementsOf, whole } from '../xml/walk.ts'
import { type Page, unseen } from './types.ts'

/** A page as Word lays it out where nothing is said. */
const USUAL = { width: 12_240, height: 15_840, margin: 1_440 }

/** The pages of a file's sections, in their order; the last holds to the end (17.6.17). */
export function pagesOf(body: XmlElement): Page[] {
  const found: XmlElement[] = []
  const visit = (node: XmlElement): void => {
    for (const one of elementsOf(node)) {
      if (one.name === 'w:sectPr') found.push(one)
      else if (one.name !== 'w:sectPrChange' && one.name !== 'w:txbxContent') visit(one)
    }
  }
  visit(body)
  return found.length === 0 ? [pageOf(undefined)] : found.map(pageOf)
}

function pageOf(section: XmlElement | undefined): Page {
  const size = child(section, 'w:pgSz')?.attributes
  const margins = child(section, 'w:pgMar')?.attributes
  const margin = (name: string) => whole(margins?.[`w:${name}`]) ?? USUAL.margin
  const page: Page = {
    width: whole(size?.['w:w']) ?? USUAL.width,
    height: whole(size?.['w:h']) ?? USUAL.height,
    left: margin('left') + (whole(margins?.['w:gutter']) ?? 0),
    right: margin('right'),
    top: margin('top'),
    bottom: margin('bottom'),
    reasons: [],
  }
  const tell = (why: string) => page.reasons.push(unseen(why))
  if (page.left < 0 || page.right < 0) tell('beside the paper, by the margins of its pages')
  else if (textWidth(page) < 720) tell('on pages that leave it no width')
  if (page.height - Math.abs(page.top) - Math.abs(page.bottom) < 720) tell('on pages that leave it no height')
  const columns = elementsOf(child(section, 'w:cols'), 'w:col')
  if (columns.some(({ attributes }) => (whole(attributes['w:w']) ?? 720) < 360))
    tell('in a column without width')
  if ((whole(child(section, 'w:docGrid')?.attributes['w:charSpace']) ?? 0) < -8_192)
    tell('with its letters on one another')
  return page
}

/** What is left of a page's width between its margins. */
export function textWidth({ width, left, right }: Page): number {
  return width - left - right
}
