import { z } from 'zod'
import { Problem } from '../problem.ts'
import { parseYaml, validate } from '../yaml.ts'
import type { ReviewRow } from './types.ts'

const decisionSchema = z.strictObject({
  flow_down: z.string().describe('Id of the flow-down, as the report has it.'),
  verdict: z.enum(['preferred', 'fallback', 'walk_away', 'below', 'contrary', 'missing', 'unclear']),
  reason: z.string().trim().min(1),
  by: z.string().trim().min(1).describe('Who decides.'),
  on: z.iso.date().describe('When.'),
  words: z
    .string()
    .exactOptional()
    .describe(
      'Which words it was decided on, as the report in JSON has them: it holds while they are the same.',
    ),
})

/** A file of decisions: what a person says of flow-downs in one paper. */
export const decisionsSchema = z.strictObject({ version: z.literal(1), decisions: z.array(decisionSchema) })

/** A person's word as it is kept. */
export type KeptDecision = z.infer<typeof decisionSchema>

/**
 * Reads a file of decisions.
 *
 * @param flowDowns ids that there are
 * @throws Problem where it is not right, with the line
 */
export function readDecisions(source: string, file: string, flowDowns: ReadonlySet<string>): KeptDecision[] {
  const parsed = parseYaml(source, file)
  const result = validate(parsed, decisionsSchema)
  if (!('data' in result)) throw result.problems[0]!
  for (const [at, { flow_down: id }] of result.data.decisions.entries())
    if (!flowDowns.has(id))
      throw new Problem(
        'decisions',
        `there is no flow-down ${id}: clausebook library list has them`,
        parsed.at(['decisions', at, 'flow_down']),
      )
  return result.data.decisions
}

/** A row with a person's word above ours, while the words that it was said of are the same. */
export function withDecision(row: ReviewRow, decisions: readonly KeptDecision[]): ReviewRow {
  const said = [...decisions].reverse().find(({ flow_down: id }) => id === row.flowDown)
  if (!said) return row
  if (said.words !== undefined && said.words !== row.digest) return { ...row, lapsed: said }
  const { verdict, reason, by, on } = said
  return { ...row, verdict, decided: { verdict, reason, by, on, ours: row.verdict } }
}
