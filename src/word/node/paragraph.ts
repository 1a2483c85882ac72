import { Paragraph } from 'docx'
import type { Paragraph as ParagraphNode } from 'mdast'
import type { BlockWriter } from './types.ts'

export const paragraph: BlockWriter<ParagraphNode> = (state, { children }, place) => [
  new Paragraph({ style: place.style, children: state.inline(children, place) }),
]
