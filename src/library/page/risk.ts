import type { RootContent } from 'mdast'
import type { Library, Risk, RiskShift } from '../types.ts'
import { bullets, code, heading, inline, paragraph, strong, table } from './blocks.ts'
import { conditionBlocks } from './condition.ts'

/** A risk as a page: when it applies, how likely and grave it is, and what mitigates it. */
export function riskPage(library: Library, risk: Risk): RootContent[] {
  const { id, title, topics, when, likelihood, impact, mitigations, positions, flowDowns, reason } = risk
  return [
    heading(1, title),
    paragraph(
      code(`risk:${id}`),
      ' · on ',
      ...inline(topics.flatMap((one, at) => [at > 0 ? ', ' : '', code(one)])),
    ),
    // The slots for facts and citations are filled in a memo; here they stand as they are.
    paragraph(reason.replace(/\s+/g, ' ')),
    ...conditionBlocks(when),
    ...axis('Likelihood', likelihood),
    ...axis('Impact', impact),
    heading(2, 'What mitigates it'),
    table(
      ['What', 'Who', 'By', 'Evidence'],
      mitigations.map(({ what, who, by, evidence }) => [what, who, by, evidence]),
      [4, 2, 2, 3],
    ),
    ...answers('Positions that answer it', 'position', positions, library.positions),
    ...answers('Flow-downs that answer it', 'flow-down', flowDowns, library.flowDowns),
  ]
}

function axis(name: string, { base, raise, lower }: Risk['likelihood']): RootContent[] {
  const shift =
    (sign: string) =>
    ({ by, because }: RiskShift) =>
      `${sign}${by}: ${because}`
  return [
    paragraph(strong(`${name} ${base} of 5.`)),
    ...bullets([...raise.map(shift('+')), ...lower.map(shift('−'))]),
  ]
}

function answers(
  title: string,
  kind: string,
  ids: string[],
  all: ReadonlyMap<string, { title: string }>,
): RootContent[] {
  if (ids.length === 0) return []
  return [
    heading(2, title),
    ...bullets(ids.map((id) => inline([all.get(id)?.title ?? id, ' ', code(`${kind}:${id}`)]))),
  ]
}
