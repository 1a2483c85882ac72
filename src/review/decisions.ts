import { closest } from 'fastest-levenshtein'
import { stringify } from 'yaml'
import { z } from 'zod'
import { Problem } from '../problem.ts'
import { parseYaml, validate } from '../yaml.ts'
import type { Decision, ReviewRow, Verdict } from './types.ts'

export const verdicts = [
  'preferred',
  'fallback',
  'walk_away',
  'below',
  'contrary',
  'missing',
  'unclear',
] as const

/** What a person says of a row, whatever it judges. */
const word = {
  verdict: z.enum(verdicts, {
    error: `is one of ${verdicts.map((one) => one.replace('_', '-')).join(', ')}`,
  }),
  reason: z.string({ error: 'say why, in words' }).trim().min(1, 'say why'),
  by: z.string({ error: 'say who decides' }).trim().min(1, 'say who decides').describe('Who decides.'),
  on: z.iso.date({ error: 'is the day, as YYYY-MM-DD' }).describe('When.'),
  words: z
    .string({ error: 'is the digest that the report in JSON has, twelve letters and digits' })
    .exactOptional()
    .describe(
      'Which words it was decided on, as the report in JSON has them: it holds while they are the same.',
    ),
}

/** One decision on a vendor's paper. */
export const decisionSchema = z.strictObject({
  flow_down: z.string().describe('Id of the flow-down, as the report has it.'),
  ...word,
})

/** One decision on a licensor's paper. */
export const positionDecisionSchema = z.strictObject({
  position: z.string().describe('Id of the position, as the report has it.'),
  license: z
    .string()
    .exactOptional()
    .describe('Name of the license, where a letter gives each something else: `Llama 3.1`. Else for all.'),
  ...word,
})

/** A file of decisions: what a person says of flow-downs in a vendor's paper, or of positions in a licensor's. */
export const decisionsSchema = z.strictObject({
  version: z.literal(1),
  decisions: z.array(
    z.strictObject({
      ...positionDecisionSchema.shape,
      flow_down: decisionSchema.shape.flow_down.exactOptional(),
      position: positionDecisionSchema.shape.position.exactOptional(),
    }),
  ),
})

/** A person's word as it is kept. */
export type KeptDecision = z.infer<typeof decisionSchema>

/** A person's word on a licensor's paper. */
export type KeptPositionDecision = z.infer<typeof positionDecisionSchema>

/** A person's word on a paper of either kind. */
export type AnyDecision = KeptDecision | KeptPositionDecision

type Given = z.infer<typeof decisionsSchema>['decisions'][number]

/**
 * Reads a file of decisions on a vendor's paper. What it has on positions is of another paper, and left alone.
 *
 * @param flowDowns ids that there are
 * @throws Problem where it is not right, with the line
 */
export function readDecisions(source: string, file: string, flowDowns: ReadonlySet<string>): KeptDecision[] {
  return given(source, file, 'flow_down', flowDowns).flatMap(
    ({ position: _, license: __, flow_down, ...rest }) =>
      flow_down === undefined ? [] : [{ flow_down, ...rest }],
  )
}

/**
 * Reads a file of decisions on a licensor's paper. What it has on flow-downs is of another paper, and left alone.
 *
 * @param positions ids that there are
 * @throws Problem where it is not right, with the line
 */
export function readPositionDecisions(
  source: string,
  file: string,
  positions: ReadonlySet<string>,
): KeptPositionDecision[] {
  return given(source, file, 'position', positions).flatMap(({ flow_down: _, position, ...rest }) =>
    position === undefined ? [] : [{ position, ...rest }],
  )
}

/** A digest of digits alone, which YAML would read as a number. */
const bareDigest = /(^[ \t]*(?:-[ \t]+)?|[{,][ \t]*)words:[ \t]*([0-9a-f]{12})(?=[ \t]*(?:[,}#]|\r?$))/gm

function given(
  source: string,
  file: string,
  of: 'flow_down' | 'position',
  ids: ReadonlySet<string>,
): Given[] {
  const read = parseYaml(source.replaceAll(bareDigest, '$1words: "$2"'), file)
  const parsed = { ...read, data: withUnderscores(read.data) }
  const result = validate(parsed, decisionsSchema)
  if (!('data' in result)) throw result.problems[0]!
  const { decisions } = result.data
  for (const [at, one] of decisions.entries()) {
    if ((one.flow_down === undefined) === (one.position === undefined))
      throw new Problem(
        'decisions',
        'a decision is on a flow_down of a vendor’s paper or on a position of a licensor’s: name one of the two',
        parsed.at(['decisions', at]),
      )
    const id = one[of]
    if (id === undefined || ids.has(id)) continue
    const what = of === 'position' ? 'position' : 'flow-down'
    throw new Problem(
      'decisions',
      `there is no ${what} ${id}: did you mean ${closest(id, [...ids])}? clausebook library list has them`,
      parsed.at(['decisions', at, of]),
    )
  }
  return decisions
}

/** People write `walk-away`, as reports do; programs have `walk_away`. */
function withUnderscores(data: unknown): unknown {
  const decisions = (Object(data) as { decisions?: unknown }).decisions
  if (!Array.isArray(decisions)) return data
  return {
    ...(data as object),
    decisions: decisions.map((one: unknown) =>
      (Object(one) as { verdict?: unknown }).verdict === 'walk-away'
        ? { ...(one as object), verdict: 'walk_away' }
        : one,
    ),
  }
}

/** Decisions as a file that `--decisions` and the page of a review take. */
export function decisionsYaml(decisions: readonly AnyDecision[]): string {
  return stringify({ version: 1, decisions }, { lineWidth: 100 })
}

/** A row of a review, by what it judges. */
export type ReviewedRow =
  | Pick<ReviewRow, 'flowDown'>
  | {
      position: string
      /** Names of the licenses of which it is, with commas between. */
      license?: string
    }

/** Whether a person's word is on a row: of a position on each license, where it names none. */
export function isDecisionOn(decision: AnyDecision, row: ReviewedRow): boolean {
  if ('flow_down' in decision) return 'flowDown' in row && decision.flow_down === row.flowDown
  if (!('position' in row) || decision.position !== row.position) return false
  const { license } = decision
  // Of a letter for several licenses a row is told apart by the license that it names.
  return license === undefined || (row.license?.split(', ') ?? []).includes(license)
}

/** What a row is called in an address and a form: `incidents`, `position-mau-counting`, `position-mau-counting-llama-3-1`. */
export function rowName(row: ReviewedRow): string {
  if ('flowDown' in row) return row.flowDown
  return decisionName({ position: row.position, ...ownLicense(row) })
}

/** The name of the row that a decision is on. */
export function decisionName(
  one: Pick<KeptDecision, 'flow_down'> | Pick<KeptPositionDecision, 'position' | 'license'>,
): string {
  if ('flow_down' in one) return one.flow_down
  const { position, license } = one
  const words = ['position', position, ...(license === undefined ? [] : [license])]
  return words
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
}

/** A person's word on a row, as it is kept. */
export function decisionOn(row: ReviewedRow, word: Decision & { words: string }): AnyDecision {
  if ('flowDown' in row) return { flow_down: row.flowDown, ...word }
  return { position: row.position, ...ownLicense(row), ...word }
}

/** The license of a row that is on one alone. */
function ownLicense({ license }: { license?: string }): { license?: string } {
  return license === undefined || license.includes(', ') ? {} : { license }
}

/** What a person may decide of a row, the best first. */
export const verdictsToDecide: readonly Verdict[] = verdicts

/** A row that a person's word can stand above. */
type Decidable = Pick<ReviewRow, 'verdict' | 'digest' | 'decided' | 'lapsed'>

/**
 * A row with a person's word above ours: the last one on the very words that were judged, or on whatever words there are. One
 * on other words alone is told as lapsed.
 *
 * @param said what persons say of this row
 */
export function withDecision<R extends Decidable>(
  row: R,
  said: readonly (Decision & { words?: string })[],
): R {
  const holds = said.findLast(({ words }) => words === undefined || words === row.digest)
  if (!holds) {
    const lapsed = said.at(-1)
    return lapsed ? { ...row, lapsed } : row
  }
  const { verdict, reason, by, on, words } = holds
  const decided = {
    verdict,
    reason,
    by,
    on,
    ours: row.verdict,
    ...(words === undefined && { onAny: true as const }),
  }
  return { ...row, verdict, decided }
}
