import { z } from 'zod'
import type { ToolContext } from './types.ts'

/** What of a deal's JSON is read, and how an assistant is told it. */

export const round = z.object({
  round: z.number(),
  sent: z.string().optional(),
  returned: z.string().optional(),
})

const hand = z.object({ author: z.string(), date: z.string().optional() })
const remark = hand.extend({ text: z.string() })
const piece = z.object({ op: z.enum(['equal', 'delete', 'insert']), text: z.string() })
const reading = z.object({
  outcome: z.string(),
  manner: z.string().optional(),
  moved: z.boolean(),
  section: z.string(),
  by: z.array(hand),
  pieces: z.array(piece),
  comments: z.array(remark),
  review: z.object({ verdict: z.string(), because: z.string() }).optional(),
})
const turn = z.object({
  round: z.number(),
  on: z.string(),
  sent: z.string().optional(),
  section: z.string().optional(),
  reading: reading.optional(),
})
const standing = z.object({
  point: z.object({ id: z.string(), title: z.string(), asked: z.string() }),
  state: z.string(),
  nextStep: z.string(),
  owner: z.string(),
  turns: z.array(turn),
})
/** What they ask for outside our points. */
export const newAsk = z.object({
  kind: z.string(),
  section: z.string(),
  manner: z.string(),
  by: z.array(hand),
  before: z.string(),
  after: z.string(),
})

/** The JSON of `round status` and `round add`. */
export const statusJson = z.object({
  vendor: z.string().optional(),
  rounds: z.array(round),
  points: z.array(standing),
  asks: z.array(newAsk),
})

/** Where a deal stands, and what was told beside. @param folder its real path */
export async function statusIn(folder: string, run: ToolContext['run']) {
  const { stdout, told } = await run(['round', 'status', '--format', 'json', '--', folder])
  return { ...statusJson.parse(JSON.parse(stdout)), told }
}

/** Where one point stands, without its words. */
export const pointStanding = z.object({
  id: z.string(),
  title: z.string(),
  asked: z.string(),
  state: z.string(),
  turns: z.array(
    z.object({
      round: z.number(),
      sent: z.string().optional(),
      section: z.string().optional(),
      outcome: z.string().optional(),
    }),
  ),
})

export function standingOf({ point, state, turns }: z.infer<typeof standing>) {
  return {
    ...point,
    state,
    turns: turns.map(({ round, sent, section, reading }) => ({
      round,
      sent,
      section: reading?.section ?? section,
      outcome: reading?.outcome,
    })),
  }
}

/** One point over all rounds, with the words of each. */
export const pointHistory = z.object({
  id: z.string(),
  title: z.string(),
  asked: z.string(),
  state: z.string(),
  next_step: z.string(),
  owner: z.string(),
  rounds: z.array(
    z.object({
      round: z.number(),
      sent: z.string().optional().describe('the level of what was sent, or other words'),
      sent_on: z.string(),
      section: z.string(),
      outcome: z.string().optional(),
      manner: z.string().optional().describe('tracked, silent (without a mark), or both'),
      moved: z.boolean().optional(),
      by: z.array(hand).optional(),
      words: z.array(piece).optional().describe('their words against ours: what stays, goes and comes'),
      comments: z.array(remark).optional(),
      judged: z.string().optional().describe('what the evidence of the library says of their words'),
    }),
  ),
})

export function historyOf({ point, state, nextStep, owner, turns }: z.infer<typeof standing>) {
  return {
    ...point,
    state,
    next_step: nextStep,
    owner,
    rounds: turns.map(({ round, on, sent, section, reading }) => ({
      round,
      sent,
      sent_on: on,
      section: reading?.section ?? section ?? '',
      ...(reading && {
        outcome: reading.outcome,
        manner: reading.manner,
        moved: reading.moved,
        by: reading.by,
        words: reading.pieces,
        comments: reading.comments,
        ...(reading.review && { judged: `${reading.review.verdict}. ${reading.review.because}` }),
      }),
    })),
  }
}
