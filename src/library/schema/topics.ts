import { z } from 'zod'
import { id, textKind, words } from './words.ts'

/** `staff` of a topic. */
export const staffRule = z.strictObject({
  rule: words.describe(
    'The rule in plain words, as far as the law is the same under every license that has it.',
  ),
  also: z
    .array(z.strictObject({ fact: words, has: words, rule: words }))
    .optional()
    .describe('What is added where a fact of the term has a value: a version that goes further.'),
  allowed: words.describe('An example of ours of what is allowed: “You …”.'),
  not_allowed: words.describe('An example of ours of what is not.'),
  in_fields: z
    .array(z.strictObject({ fields: z.array(id).min(1), allowed: words, not_allowed: words }))
    .optional()
    .describe('Examples for a client of these fields, values of domains and near_policy_uses of a matter.'),
  near: z
    .array(id)
    .optional()
    .describe('Values of near_policy_uses and domains of a matter that come close to the rule.'),
})

/** `topics.yaml`. */
export const topicsSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      id,
      title: words,
      document: textKind,
      topics: z.array(
        z.strictObject({
          id,
          title: words,
          question: words.describe('The question that it answers, one sentence.'),
          why: words.describe('Why an enterprise cares, one sentence.'),
          weight: z.int().min(1).max(5).describe('1 (rarely decides a case) to 5 (may decide everything).'),
          weight_reason: words,
          staff: staffRule.optional().describe('For a use policy’s rule: what it tells an employee.'),
        }),
      ),
    }),
  ),
})
