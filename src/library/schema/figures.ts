import { z } from 'zod'
import { id, words } from './words.ts'

/** In what a figure of a clause is counted. */
export const figureUnits = ['hours', 'days', 'business-days', 'months', 'years', 'times', 'money'] as const

/** The figures of a flow-down or a position. */
export const figures = z
  .record(
    id,
    z.strictObject({
      term: words.describe('What it is called on a cover page: Cure Period.'),
      unit: z.enum(figureUnits),
      means: words.describe('What it says, for a cover page and for whoever changes it.'),
      preferred: z.int().min(1).exactOptional(),
      fallback: z.int().min(1).exactOptional(),
      walk_away: z.int().min(1).exactOptional(),
      stricter: z
        .enum(['less', 'more'])
        .describe('Whether less or more of it is asked for at a higher level.'),
      answer: words.exactOptional().describe('The answer of a vendor that is held against it, by its path.'),
    }),
  )
  .default({})
  .describe('Numbers of the clause with their value at each level; its words have them as {{figures.KEY}}.')
