import { z } from 'zod'
import { levels as level } from './schemas.ts'

/** Deals of the server as the API gives them. */

const hand = z.object({
  author: z.string(),
  date: z.string().optional(),
  asOurs: z.literal(true).optional().describe('It bears a name of our side, though what we sent has it not.'),
})
const remark = hand.extend({ id: z.string(), text: z.string() })
const piece = z.object({ op: z.enum(['equal', 'delete', 'insert']), text: z.string() })
const manner = z.enum(['tracked', 'silent', 'tracked and silent'])

const reading = z.object({
  outcome: z.enum([
    'accepted',
    'changed to our preferred',
    'changed to our fallback',
    'changed to our walk-away',
    'changed to something else',
    'refused',
    'moved',
    'not answered',
  ]),
  manner: manner.optional().describe('Absent where nothing was changed.'),
  moved: z.boolean(),
  section: z.string(),
  by: z.array(hand),
  pieces: z.array(piece).describe('Their words against what we sent.'),
  silent: z.array(piece).describe('What was changed without a mark.'),
  comments: z.array(remark),
  restsOn: z
    .array(z.object({ ask: z.string(), because: z.string() }))
    .describe('New asks that change what its words rest on, each with what it does.'),
  review: z
    .object({ verdict: z.string(), because: z.string() })
    .optional()
    .describe('What the evidence of the library says of words that are not ours.'),
  on: z.string(),
  from: z.string().optional(),
})

const standing = z.object({
  point: z.object({
    id: z.string(),
    kind: z.enum(['flow-down', 'position']),
    title: z.string(),
    asked: level,
    fixed: z.string().optional().describe('Why the other side is not known to move, and who says so.'),
  }),
  state: z.enum(['agreed', 'open']),
  agreed: z.object({ at: z.union([level, z.literal('their words')]), round: z.int() }).optional(),
  turns: z
    .array(
      z.object({
        round: z.int(),
        sent: z.union([level, z.literal('other')]),
        section: z.string(),
        on: z.string(),
        reading: reading.optional(),
      }),
    )
    .describe('What each round had of it, from the first.'),
  conceded: z.array(z.object({ to: z.union([level, z.literal('their words')]), round: z.int() })),
  approval: z
    .object({
      approver: z.string(),
      round: z.int(),
      approved: z.object({ by: z.string(), on: z.string() }).optional(),
    })
    .optional()
    .describe('Of a concession below our lowest level: who must approve it, and who did.'),
  nextStep: z.string(),
  owner: z.string(),
})

const ask = z.object({
  id: z.string(),
  round: z.int(),
  kind: z.enum(['added', 'changed', 'removed']),
  section: z.string(),
  beside: z
    .enum(['header', 'footer', 'footnote', 'endnote', 'text box'])
    .optional()
    .describe('Where it stands beside the body.'),
  row: z.string().optional().describe('What the row of the table is on in which it stands.'),
  manner,
  by: z.array(hand),
  before: z.string(),
  after: z.string(),
  comments: z.array(remark),
  topics: z.array(z.object({ id: z.string(), title: z.string(), verdict: z.string(), because: z.string() })),
  touches: z.array(z.string()).describe('Points that rest on what it changes.'),
})

export const dealsAnswer = z.object({
  deals: z.array(
    z.object({
      name: z.string(),
      vendor: z.string().optional(),
      rounds: z.int().optional(),
      on: z.string().optional().describe('The last day on which something was sent or came back.'),
      back: z.boolean().optional().describe('Whether the last round has come back.'),
      wrong: z.string().optional().describe('Why it cannot be read.'),
    }),
  ),
})

export const dealAnswer = z.object({
  deal: z.string(),
  paper: z.string(),
  matter: z.string(),
  vendor: z.string().optional(),
  rounds: z.array(
    z.object({
      round: z.int(),
      sent: z.string(),
      returned: z.string().optional(),
      from: z.string().optional(),
      marks: z.object({ found: z.int(), of: z.int() }).optional(),
    }),
  ),
  points: z.array(standing),
  asks: z.array(ask).describe('What they ask for outside our points and nobody has settled.'),
  comments: z.array(remark),
  notRead: z.array(z.string()),
})

export const pointAnswer = standing
