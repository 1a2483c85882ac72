import { z } from 'zod'
import { condition, id, words } from './words.ts'

/** `contradictions.yaml`: facts of a matter that an addendum would contradict, or that it asks the vendor to change. */
export const contradictionsSchema = z.array(
  z.strictObject({
    id,
    says: words.describe('What does not fit, one sentence without its full stop.'),
    when: condition.describe('Matched against { matter, terms, license, derived } under one license.'),
    clauses: z
      .array(id)
      .min(1)
      .describe('Flow-downs whose words it stands against; it counts where one of them is in the addendum.'),
    stops: z
      .boolean()
      .describe('Whether no addendum is drafted: it would state what is untrue, or forbid what it is about.'),
    fact: words.describe('The fact of the matter that it is about, by its path.'),
    ways_out: z.array(words).min(1).describe('What can be done, each without its full stop.'),
    cites: z.array(z.strictObject({ topic: id })).default([]),
  }),
)
