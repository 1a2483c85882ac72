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
  flowDown: z.string(),
  title: z.string(),
  asked: z.string(),
  verdict: z.string(),
  because: z.string(),
  sections: z.array(z.string()),
  words: z.array(z.string()),
  points: z.array(point),
})
const contradiction = z.object({ section: z.string(), says: z.string(), because: z.string() })

/** A vendor's own paper, clause by clause. */
export const reviewTool = tool({
  name: 'review',
  title: "Review a vendor's paper",
  description:
    "Holds a vendor's own paper against the clauses that a matter calls for: met at which level, below, contrary, missing or unclear, with the section and the words that decide. A lawyer reviews what it says.",
  reads: true,
  input: { paper: field.file, matter: field.matter, vendor: field.vendor },
  output: {
    contradictions: z.array(contradiction).describe('what the paper says against the facts; they come first'),
    rows: z.array(row),
    not_judged: z.array(z.string()),
    notes: field.notes,
  },
  async answer({ paper, matter, vendor }, { run, folders }) {
    const files = [await folders.existing(paper), '--matter', await folders.existing(matter)]
    const whose = vendor === undefined ? [] : [`--vendor=${vendor}`]
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
