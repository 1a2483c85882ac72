import { z } from 'zod'
import { coveredSubjects } from '../covered-subjects.ts'
import { figureUnits } from './figures.ts'
import { counterArguments } from './position.ts'
import { condition, id, words } from './words.ts'

/** Front matter of `flow-downs/ID.md`; the body has `## preferred`, `## fallback` and `## walk-away`. */
export const flowDownSchema = z.strictObject({
  id,
  title: words,
  topic: id,
  order: z.number().describe('Place in the addendum.'),
  when: condition.default({}),
  because: z
    .strictObject({ in: words, out: words })
    .describe('Said in the record when the clause is in, and when it is out.'),
  why: words.describe('Why the enterprise needs it.'),
  counter_arguments: counterArguments,
  approval: words,
  figures: z
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
        answer: words
          .exactOptional()
          .describe('The answer of a vendor that is held against it, by its path.'),
      }),
    )
    .default({})
    .describe(
      'Numbers of the clause with their value at each level; its words have them as {{figures.KEY}}.',
    ),
  measured: z
    .strictObject({
      preferred: words.exactOptional(),
      fallback: words.exactOptional(),
      walk_away: words.exactOptional(),
    })
    .default({})
    .describe('What can be seen or counted, at a level that has no figure.'),
  until_known_with: id
    .optional()
    .describe('While nobody knows whether it is needed, it is in only where this flow-down is in too.'),
  covered_by: z
    .enum(coveredSubjects)
    .exactOptional()
    .describe('What a master agreement may have already; a form of Llama terms then leaves the clause out.'),
  told: z
    .strictObject({
      preferred: words.exactOptional(),
      fallback: words.exactOptional(),
      walk_away: words.exactOptional(),
    })
    .default({})
    .describe('What our own staff is told that the clause gives them, by level, without its full stop.'),
})
