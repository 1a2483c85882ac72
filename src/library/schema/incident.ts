import { z } from 'zod'
import { condition, id, section, words } from './words.ts'

/** Front matter of `incidents/ID.md`; the body is why it matters under the license. */
export const incidentSchema = z.strictObject({
  id,
  title: words,
  order: z.int().min(1).describe('Place in the plan: the order in which incidents are likely to come.'),
  when: condition
    .default({})
    .describe(
      'When a company can have it, matched against { matter, terms, license, derived }; empty: always.',
    ),
  stop: words.describe('What is stopped, and how it is contained.'),
  decides: words.describe('Who decides.'),
  tell: words.describe('Who is told.'),
  cites: z
    .array(z.strictObject({ topic: id, section: section.exactOptional() }))
    .min(1)
    .describe('Where the licenses speak of it: topics, whose sections are cited.'),
})
