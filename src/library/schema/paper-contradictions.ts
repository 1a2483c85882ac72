import { z } from 'zod'
import { condition, id, words } from './words.ts'

/** `paper-contradictions.yaml`: what another's paper says against the licenses of a matter's models, or its facts. */
export const paperContradictionsSchema = z.array(
  z
    .strictObject({
      id,
      paper: z
        .enum(['vendor', 'licensor'])
        .default('vendor')
        .describe('Whose paper says it; cues of a licensor’s have licensor and licensee for its two sides.'),
      says: words.describe('What does not fit, one sentence without its full stop.'),
      when: condition.describe('Matched against { matter, terms, license, derived } under one license.'),
      model: z
        .literal('named')
        .exactOptional()
        .describe(
          'It is of a model that a paper names and the matter has not: what is matched has that model in it, and no words are needed.',
        ),
      words: z.array(words).default([]).describe('A sentence with one of these cues says it.'),
      not: z.array(words).default([]).describe('A sentence with one of these does not.'),
      lacks: z
        .strictObject({ topic: id, fact: words })
        .exactOptional()
        .describe(
          'A fact of the license whose exact words the sentence must have; it counts where it lacks them.',
        ),
      cites: z.array(z.strictObject({ topic: id })).min(1),
    })
    .refine((rule) => rule.words.length > 0 !== (rule.model === 'named'), {
      path: ['words'],
      message: 'a rule has words, or is of a model that is named',
    }),
)
