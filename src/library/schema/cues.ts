import { z } from 'zod'
import { id, words } from './words.ts'

/** `cues.yaml`. */
export const cuesSchema = z
  .record(
    id,
    z.strictObject({
      says: z.array(words).optional().describe('One sentence of a clause on the topic has these words.'),
      hints: z.array(words).optional().describe('As `says`, and less surely.'),
      headings: z.array(words).optional().describe('The clause’s heading has these words.'),
    }),
  )
  .describe(
    'By the id of a topic: words by which a clause of a paper that the library does not know is told.',
  )
