import { z } from 'zod'
import { condition, id, section, words } from './words.ts'

const shift = z.strictObject({
  when: condition,
  by: z.int().min(1).max(4).describe('Steps on the scale of 1 to 5.'),
  because: words,
})

const axis = z.strictObject({
  base: z.int().min(1).max(5),
  raise: z.array(shift).default([]),
  lower: z.array(shift).default([]),
})

/** Front matter of `risks/ID.md`; the body is the reason. */
export const riskSchema = z.strictObject({
  id,
  title: words,
  short: words
    .max(24)
    .optional()
    .describe('Name in a map and its legend, at most 24 letters; the title without one.'),
  generic: z
    .boolean()
    .default(false)
    .describe('Comes with the license and not with what a client does: the memo tells it in its annex.'),
  topics: z.array(id).min(1),
  when: condition.describe('Matched against { matter, terms, license, derived }.'),
  needs: z.array(words).default([]).describe('Facts of the matter that must be known to decide it.'),
  likelihood: axis,
  impact: axis,
  mitigations: z.array(z.strictObject({ what: words, who: words, by: words, evidence: words })).min(1),
  residual: z
    .array(
      z.strictObject({ control: words, axis: z.enum(['likelihood', 'impact']), by: z.int().min(1).max(4) }),
    )
    .default([])
    .describe('Controls of the matter that lower the level when in place.'),
  positions: z.array(id).default([]),
  flow_downs: z.array(id).default([]),
  cites: z
    .array(z.strictObject({ topic: id, section: section.exactOptional() }))
    .min(1)
    .describe('What decides it: topics, whose sections and quotes are cited.'),
})
