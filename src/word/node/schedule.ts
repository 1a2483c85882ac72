import { Paragraph, TextRun } from 'docx'
import type { Nodes } from 'mdast'
import type { ScheduleNode } from '../../draft/index.ts'
import { SCHEDULES } from '../style/numbering.ts'
import { bookmarked } from './bookmarked.ts'
import type { BlockWriter } from './types.ts'

/** A schedule starts a page, is numbered by Word, and counts its clauses from 1. */
export const schedule: BlockWriter<ScheduleNode> = (state, node, place) => {
  const words = [new TextRun({ break: 1 }), ...state.inline(node.heading, place)]
  return [
    new Paragraph({
      style: 'ScheduleHeading',
      pageBreakBefore: true,
      numbering: { reference: SCHEDULES, level: 0, instance: 0, custom: true },
      children: bookmarked(state, node.id, words),
    }),
    ...state.blocks(node.children as Nodes[], {
      ...place,
      style: 'DraftText',
      numbering: state.nextSchedule(),
    }),
  ]
}
