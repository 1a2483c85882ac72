import { z } from 'zod'
import { documentFormats } from '../../formats.ts'
import { verdicts } from '../../review/index.ts'

/** What jobs of this kind are called in a store. */
export const reviewJob = 'review'

/** What all parts of a review of many papers share, as a store keeps it. */
export const reviewTaskSchema = z.object({
  /** The matter that each paper is held against, as YAML. */
  matter: z.string(),
  /** Which vendor of the matter all are of; empty where each paper tells. */
  vendor: z.string(),
  whose: z.enum(['vendor', 'licensor']).exactOptional(),
  /** What persons decided before, as YAML. */
  decisions: z.string().exactOptional(),
  /** Of each report. */
  format: z.enum(documentFormats),
  author: z.string().exactOptional(),
  date: z.string().exactOptional(),
  /** Digest of program, library and texts, which whoever reviews must have too. */
  settings: z.string(),
})

export type ReviewTask = z.infer<typeof reviewTaskSchema>

/** A paper of a review of many, as a store keeps it; its bytes stand beside it. */
export const keptPaperSchema = z.object({
  /** `terms/tidewater.docx` */
  place: z.string(),
  /** Why there are none. */
  problem: z.string().exactOptional(),
})

export type KeptPaper = z.infer<typeof keptPaperSchema>

const verdictSchema = z.enum(verdicts)

/** What a summary says of a paper. */
export const paperOutcomeSchema = z.object({
  paper: z.enum(['vendor', 'licensor']),
  vendor: z.string().exactOptional(),
  /** What it says against a license or the facts of the matter. */
  against: z.array(z.object({ section: z.string(), says: z.string(), because: z.string() })),
  /** Clause by clause, or position by position, what is worst first. */
  points: z.array(
    z.object({
      point: z.string(),
      asked: verdictSchema,
      verdict: verdictSchema,
      confidence: z.enum(['person', 'high', 'fair', 'low', 'none']),
      sections: z.array(z.string()),
      because: z.string(),
      words: z.array(z.string()),
    }),
  ),
  /** What of the file was not read, and what of it was not judged. */
  unread: z.array(z.string()),
  /** SHA-256 of the report. */
  sha256: z.string(),
})

export type PaperOutcome = z.infer<typeof paperOutcomeSchema>

/** What came of a paper: a report, whose bytes stand beside it, or why there is none. */
export const paperSaidSchema = z.union([
  z.object({ outcome: paperOutcomeSchema }),
  z.object({ problem: z.string() }),
])

export type PaperSaid = z.infer<typeof paperSaidSchema>
