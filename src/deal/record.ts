import { z } from 'zod'
import { Problem } from '../problem.ts'
import { parseYaml, validate } from '../yaml.ts'
import type { Mark, Point } from './types.ts'

/** A file of the deal's own folder: a plain name, so that nothing outside is ever read for it. */
const fileName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,100}$/, 'is no plain name of a file in the folder of the deal')
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in hexadecimal')
const name = z.string().trim().min(1).max(200)
const level = z.enum(['preferred', 'fallback', 'walk-away'])

const turnFileSchema = z.strictObject({
  file: fileName.describe('Its copy in the folder of the deal.'),
  name: name.describe('What the file was called that was given.'),
  sha256: sha256.describe('SHA-256 of the copy: a file that was changed since is told.'),
  on: z.iso.date().describe('The day on which it was sent, or came back.'),
  by: name.describe('Who sent it.').exactOptional(),
})

const undoneSchema = turnFileSchema.omit({ file: true }).extend({
  undone: z
    .strictObject({ on: z.iso.date(), by: name.exactOptional() })
    .describe('When it was taken back, and by whom.'),
})

const roundSchema = z.strictObject({
  sent: turnFileSchema.describe('What we sent.'),
  taken: z.array(name).describe('Points of which we sent their words back as agreed.').exactOptional(),
  asks: z
    .strictObject({ taken: z.array(name), struck: z.array(name) })
    .describe('New asks of theirs that we took, and that we struck out or put back.')
    .exactOptional(),
  returned: turnFileSchema.describe('What came back.').exactOptional(),
  undone: z
    .array(undoneSchema)
    .describe('What was added as the return, and taken back: the deal keeps no copy of it.')
    .exactOptional(),
  marks: sha256.describe('SHA-256 of the table of marks of the round.').exactOptional(),
  made: sha256
    .describe('SHA-256 of what the document was made of, where the record of what was sent had it.')
    .exactOptional(),
})

const concessionSchema = z.strictObject({
  point: name.describe('Id of the point.'),
  round: z.int().min(1).describe('The round in whose answer it was conceded.'),
  approver: name.describe('Who must approve it, as the library has it.'),
  approved: z
    .strictObject({ by: name, on: z.iso.date() })
    .describe('Who approved it, and when; without it the concession is marked as waiting.')
    .exactOptional(),
})

const playbookSchema = z.strictObject({
  levels: z
    .array(level)
    .min(1)
    .describe('What is offered at most, round by round; the last holds for all that follow.')
    .exactOptional(),
  points: z
    .record(z.string(), z.array(level).min(1))
    .describe('The same for one point, by its id.')
    .exactOptional(),
})

/** What every mark is over. */
export const dealName = z
  .string()
  .regex(/^[^\p{C}/\\]{1,100}$/u, 'is no name of a deal: up to 100 letters, without slashes')

/** A negotiation and its rounds: `deal.yaml`. */
export const dealSchema = z.strictObject({
  version: z.literal(1),
  deal: dealName.describe('Name of the deal; every mark is over it, so it never changes.'),
  matter: z
    .string()
    .min(1)
    .describe(
      'Path of its matter, from the folder of the deal; none where it was opened by the record of what was sent alone.',
    )
    .exactOptional(),
  vendor: name.describe('Which vendor of the matter it is with.').exactOptional(),
  paper: z
    .enum(['vendor-addendum', 'side-letter', 'redline'])
    .describe('What was sent: an addendum, a side letter, or a license with our changes in it.'),
  owner: name.describe('Who leads it on our side.').exactOptional(),
  owners: z
    .record(z.string(), name)
    .describe('Who sees to one point, by its id, where that is somebody else.')
    .exactOptional(),
  playbook: playbookSchema.describe('What is offered in which round.').exactOptional(),
  points: sha256.describe('SHA-256 of points.json, which has our words at every level.').exactOptional(),
  rounds: z.array(roundSchema).min(1).max(100).describe('The first is the first that we sent.'),
  concessions: z
    .array(concessionSchema)
    .describe('What was conceded below the lowest level of the library.')
    .exactOptional(),
})

/** What `deal.yaml` says. */
export type DealRecord = z.infer<typeof dealSchema>

/** A file that was sent or came back. */
export type TurnFile = z.infer<typeof turnFileSchema>

/**
 * Reads `deal.yaml`.
 *
 * @throws Problem for what is wrong in it, with its line
 */
export function readDeal(source: string, file: string): DealRecord {
  const parsed = parseYaml(source, file)
  const result = validate(parsed, dealSchema)
  if ('data' in result) return result.data
  throw result.problems[0]!
}

/** The schema of `deal.yaml`, for an editor. */
export function dealJsonSchema(): string {
  const schema = z.toJSONSchema(dealSchema, { target: 'draft-7', io: 'input' })
  return `${JSON.stringify({ ...schema, title: 'A deal and its rounds' }, null, 2)}\n`
}

const paragraphSchema = z.strictObject({
  text: z.string(),
  heading: z.literal(true).exactOptional(),
  before: z.string().exactOptional(),
})
const levels = z.enum(['preferred', 'fallback', 'walk_away'])
export const pointSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['flow-down', 'position']),
  title: z.string(),
  asked: levels,
  levels: z.partialRecord(levels, z.array(paragraphSchema)),
  approval: z.string(),
  fixed: z.string().exactOptional(),
})
export const markSchema = z.strictObject({
  mark: z.string().regex(/^_cb[0-9a-f]{12}$/),
  point: z.string(),
  level: z.enum(['preferred', 'fallback', 'walk_away', 'other']),
  section: z.string(),
  paragraph: z.int().min(0),
  heading: z.literal(true).exactOptional(),
  words: z.string(),
  before: z.string(),
})
const pointsSchema = z.strictObject({ version: z.literal(1), points: z.array(pointSchema) })
const marksSchema = z.strictObject({ version: z.literal(1), round: z.int(), marks: z.array(markSchema) })

/** @throws Problem where the file is none of points */
export function readPoints(source: string, file: string): Point[] {
  return jsonFile(source, file, pointsSchema).points as Point[]
}

/** @throws Problem where the file is none of marks */
export function readMarks(source: string, file: string): Mark[] {
  return jsonFile(source, file, marksSchema).marks as Mark[]
}

export function pointsJson(points: readonly Point[]): string {
  return `${JSON.stringify({ version: 1, points }, null, 1)}\n`
}

export function marksJson(round: number, marks: readonly Mark[]): string {
  return `${JSON.stringify({ version: 1, round, marks }, null, 1)}\n`
}

/** @param of what keeps it. @throws Problem where a file is no JSON, or none of the kind */
export function jsonFile<T>(
  source: string,
  file: string,
  schema: z.ZodType<T>,
  of: 'deal' | 'record' = 'deal',
): T {
  let data: unknown
  try {
    data = JSON.parse(source)
  } catch {
    throw new Problem(of, 'is no JSON any more: put back the file that was kept', { file })
  }
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const what = of === 'deal' ? 'is not as the deal keeps it' : 'is no record of a paper that was sent'
  const at = issue?.path.join('.') ?? ''
  throw new Problem(of, `${what}${at === '' ? '' : `, at ${at}`}: ${issue?.message}`, { file })
}
