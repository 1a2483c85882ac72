import { z } from 'zod'
import { id, textKind, words } from './words.ts'

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
        }),
      ),
    }),
  ),
})
