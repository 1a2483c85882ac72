import { z } from 'zod'
import { id, words } from './words.ts'

/** `position-pairs.yaml`: how positions that touch the same section, term or topic stand to each other. */
export const positionPairsSchema = z.strictObject({
  terms: z
    .array(words)
    .describe('Words beside the defined ones by which two positions are known to speak of the same thing.'),
  pairs: z.array(
    z.strictObject({
      between: z
        .array(id)
        .min(1)
        .describe('Every pair of these; with `and`, each of these with each of those.'),
      and: z.array(id).min(1).exactOptional(),
      is: z
        .enum(['ordered', 'compatible'])
        .describe(
          'ordered: both can be taken, and what the one says depends on the other’s being there or standing before it. Which exclude each other, and which need each other, their files say.',
        ),
      because: words.describe('What somebody saw who read them together, one sentence.'),
    }),
  ),
})
