import type { RootContent } from 'mdast'
import type { Reference } from '../show/types.ts'
import type { FlowDown, Level } from '../types.ts'
import { bullets, code, heading, inline, paragraph, strong } from './blocks.ts'
import { conditionBlocks } from './condition.ts'
import { figureBlocks } from './figures.ts'
import { counterArguments } from './position.ts'

const levels: [Level, string][] = [
  ['preferred', 'Preferred'],
  ['fallback', 'Fallback'],
  ['walk_away', 'Walk-away'],
]

/** A flow-down as a page; the clause stands as its template has it, with its slots. */
export function flowDownPage(flowDown: FlowDown, risks: Reference[]): RootContent[] {
  const { id, title, topic, why, because, approval, when } = flowDown
  return [
    heading(1, title),
    paragraph(code(`flow-down:${id}`), ' · on ', code(topic)),
    paragraph(strong('Why.'), ' ', why),
    paragraph(strong('In:'), ' ', because.in, ' ', strong('Out:'), ' ', because.out),
    ...conditionBlocks(when),
    ...levels.flatMap(([level, name]): RootContent[] => {
      const text = flowDown.levels[level]
      return text === undefined ? [] : [heading(2, name), { type: 'code', lang: 'markdown', value: text }]
    }),
    ...figureBlocks(id, flowDown.figures),
    paragraph(strong('Approval of a departure.'), ' ', approval),
    ...counterArguments(flowDown.counterArguments),
    ...(risks.length > 0 ? [heading(2, 'Risks that it answers')] : []),
    ...bullets(risks.map((one) => inline([one.title, ' ', code(one.show)]))),
  ]
}
