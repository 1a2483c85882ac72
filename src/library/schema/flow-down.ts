import { z } from 'zod'
import { coveredSubjects } from '../covered-subjects.ts'
import { due } from './due.ts'
import { evidenceSchema } from './evidence.ts'
import { figures } from './figures.ts'
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
  to_them: words
    .exactOptional()
    .describe(
      'Why, for the eyes of the other side: a comment in a paper of theirs says it. Nothing of what we fear, or would take.',
    ),
  counter_arguments: counterArguments,
  approval: words,
  figures,
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
  due,
  evidence: evidenceSchema
    .exactOptional()
    .describe('How a review knows the clause in the words of others, and what makes each level.'),
})
