import type { Blockquote } from 'mdast'
import type { BlockWriter } from './types.ts'

export const blockquote: BlockWriter<Blockquote> = (state, { children }, place) =>
  state.blocks(children, { ...place, style: 'Quotation' })
