import { Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { Nodes, PhrasingContent } from 'mdast'
import type { ClauseNode } from '../../draft/index.ts'
import { clauseLeadStyle, clauseStyle, clauseTextStyle } from '../style/draft-styles.ts'
import { CLAUSES } from '../style/numbering.ts'
import { bookmarked } from './bookmarked.ts'
import type { BlockWriter } from './types.ts'

/**
 * A numbered clause: Word counts the number itself. A heading at the top stands on its own; further down it runs into
 * the clause's first words.
 */
export const clauseBlock: BlockWriter<ClauseNode> = (state, node, place) => {
  const { depth, heading } = node
  const [first, ...others] = node.children
  const inside = { ...place, style: clauseTextStyle(depth) }
  const alone = depth === 1 && heading !== undefined
  const runIn = !alone && first?.type === 'paragraph' ? first.children : undefined
  const words: ParagraphChild[] = [
    ...(heading ? headingWords(heading) : []),
    ...(heading && runIn ? [new TextRun('. ')] : []),
    ...(runIn ? state.inline(runIn, inside) : []),
  ]
  const leads = heading !== undefined && runIn === undefined
  return [
    new Paragraph({
      style: alone ? 'ClauseHeading' : leads ? clauseLeadStyle(depth) : clauseStyle(depth),
      numbering: {
        reference: CLAUSES,
        level: Math.min(depth, 9) - 1,
        instance: place.numbering,
        custom: true,
      },
      children: bookmarked(state, node.id, words),
    }),
    ...state.blocks((runIn ? others : node.children) as Nodes[], inside),
  ]

  function headingWords(content: PhrasingContent[]): ParagraphChild[] {
    return state.inline(content, alone ? place : { ...place, words: 'Strong' })
  }
}
