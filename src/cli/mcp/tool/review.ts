import { z } from 'zod'
import { field } from './fields.ts'
import { tool } from './types.ts'

const point = z.object({
  asks: z.string(),
  found: z.string(),
  section: z.string().optional(),
  words: z.string().optional(),
})
const row = z.object({
  flowDown: z.string().optional().describe("of a vendor's paper"),
  position: z.string().optional().describe("of a licensor's paper"),
  title: z.string(),
  asked: z.string(),
  verdict: z.string(),
  because: z.string(),
  sections: z.array(z.string()),
  words: z.array(z.string()),
  points: z.array(point),
})
const contradiction = z.object({ section: z.string(), says: z.string(), because: z.string() })

/** Another's paper, clause by clause or position by position. */
export const reviewTool = tool({
  name: 'review',
  title: "Review another's paper",
  description:
    "Holds a vendor's own paper against the clauses that a matter calls for, or a licensor's (a side letter, a license) against the positions that it takes: met at which level, below, contrary, missing or unclear, with the section and the words that decide. A lawyer reviews what it says.",
  reads: true,
  input: {
    paper: field.file,
    matter: field.matter,
    vendor: field.vendor,
    whose: z
      .enum(['vendor', 'licensor'])
      .optional()
      .describe('whose paper it is; by default told from its words'),
  },
  output: {
    contradictions: z.array(contradiction).describe('what the paper says against the facts; they come first'),
    rows: z.array(row),
    not_judged: z.array(z.string()),
    notes: field.notes,
  },
  async answer({ paper, matter, vendor, whose: kind }, { run, folders }) {
    const files = [await folders.existing(paper), '--matter', await folders.existing(matter)]
    const whose = [
      ...(vendor === undefined ? [] : [`--vendor=${vendor}`]),
      ...(kind === undefined ? [] : [`--paper=${kind}`]),
    ]
    const { stdout, told } = await run(['review', '--format', 'json', ...whose, ...files])
    const { contradictions, rows, notJudged } = reviewed.parse(JSON.parse(stdout))
    return { contradictions, rows, not_judged: notJudged, notes: told }
  },
})

const reviewed = z.object({
  contradictions: z.array(contradiction),
  rows: z.array(row),
  notJudged: z.array(z.string()),
})
