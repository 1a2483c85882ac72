import { Paragraph } from 'docx'
import type { Heading } from 'mdast'
import type { BlockWriter } from './types.ts'

/** The document's title, or a heading without a number. */
export const heading: BlockWriter<Heading> = (state, { depth, children }, place) => [
  new Paragraph({
    ...(place.newPage ? { pageBreakBefore: true } : {}),
    style: depth === 1 ? 'Title' : `Heading${Math.min(depth - 1, 3)}`,
    children: state.inline(children, place),
  }),
]
