import { Paragraph } from 'docx'
import type { Paragraph as ParagraphNode } from 'mdast'
import type { BlockWriter } from './types.ts'

export const paragraph: BlockWriter<ParagraphNode> = (state, { children, data }, place) => [
  new Paragraph({ style: data?.record ? 'Record' : place.style, children: state.inline(children, place) }),
]
