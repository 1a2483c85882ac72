import { stringify } from 'yaml'
import { z } from 'zod'
import { Problem } from '../problem.ts'
import { parseYaml, validate } from '../yaml.ts'
import type { ReviewRow, Verdict } from './types.ts'

const verdicts = ['preferred', 'fallback', 'walk_away', 'below', 'contrary', 'missing', 'unclear'] as const

/** One decision of such a file. */
export const decisionSchema = z.strictObject({
  flow_down: z.string().describe('Id of the flow-down, as the report has it.'),
  verdict: z.enum(verdicts),
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

/** Decisions as a file that `--decisions` and the page of a review take. */
export function decisionsYaml(decisions: readonly KeptDecision[]): string {
  return stringify({ version: 1, decisions }, { lineWidth: 100 })
}

/** What a person may decide of a row, the best first. */
export const verdictsToDecide: readonly Verdict[] = verdicts

/**
 * A row with a person's word above ours: the last one on the very words that were judged, or on whatever words there are. One
 * on other words alone is told as lapsed.
 */
export function withDecision(row: ReviewRow, decisions: readonly KeptDecision[]): ReviewRow {
  const said = decisions.filter(({ flow_down: id }) => id === row.flowDown)
  const holds = said.findLast(({ words }) => words === undefined || words === row.digest)
  if (!holds) {
    const lapsed = said.at(-1)
    return lapsed ? { ...row, lapsed } : row
  }
  const { verdict, reason, by, on } = holds
  return { ...row, verdict, decided: { verdict, reason, by, on, ours: row.verdict } }
}
