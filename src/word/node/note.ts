import type { Nodes } from 'mdast'
import type { NoteNode } from '../../draft/index.ts'
import type { BlockWriter } from './types.ts'

/** A drafting note, ruled off from the document's own words. */
export const note: BlockWriter<NoteNode> = (state, { children }, place) =>
  state.blocks(children as Nodes[], { ...place, style: 'DraftingNote' })
