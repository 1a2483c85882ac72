import type { Blockquote } from 'mdast'
import { belowClauseText } from '../style/draft-styles.ts'
import type { BlockWriter } from './types.ts'

/** A quotation; inside a clause it stands in from the clause's own words. */
export const blockquote: BlockWriter<Blockquote> = (state, { children }, place) =>
  state.blocks(children, { ...place, style: belowClauseText(place.style) ?? 'Quotation' })
