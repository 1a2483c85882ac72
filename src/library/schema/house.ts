import { z } from 'zod'
import { id, words } from './words.ts'

/** The levels of a house's own number: one for all, or one for each. */
const level = z.int().min(1)
const figure = z.union([
  level,
  z
    .strictObject({ preferred: level.optional(), fallback: level.optional(), walk_away: level.optional() })
    .refine((levels) => Object.keys(levels).length > 0, 'gives no level a number'),
])

const axis = z.int().min(1).max(5)

/** `house.yaml`: what a house says in its own way. */
export const houseSchema = z.strictObject({
  name: words.max(100).describe('The house, as the record of a draft names it.'),
  language: z.enum(['en-US', 'en-GB']).exactOptional().describe('The language that its documents are in.'),
  date_style: z
    .enum(['month-day-year', 'day-month-year'])
    .exactOptional()
    .describe('How a date is written: July 18, 2023, or 18 July 2023.'),
  words: z
    .record(words.max(60), words.max(60))
    .refine((list) => Object.keys(list).length <= 1000, 'has more than 1,000 words')
    .default({})
    .describe('Words of ours, and the house’s own in their place: organization: organisation.'),
  reference_doc: z
    .string()
    .regex(/^[^/\\:\0]{1,100}\.docx$/i, 'is the name of a .docx file in the house’s folder, without a path')
    .exactOptional()
    .describe('The Word file whose styles, page, header and footer its documents have.'),
  paper: z.enum(['A4', 'Letter']).exactOptional().describe('The paper where a matter names none.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capital letters, such as EUR')
    .exactOptional()
    .describe('Of amounts, where a matter names none.'),
  figures: z
    .record(
      z.string().regex(/^[a-z0-9.-]+\.[a-z0-9-]+$/, 'CLAUSE.FIGURE, such as termination-cure.cure'),
      figure,
    )
    .default({})
    .describe('The house’s own numbers in place of the library’s, one for all levels or one for each.'),
  topics: z
    .record(id, z.strictObject({ weight: axis, reason: words.exactOptional() }))
    .default({})
    .describe('How much topics weigh, 1 (rarely decides a case) to 5 (may decide everything), and why.'),
  risks: z
    .record(
      id,
      z
        .strictObject({ likelihood: axis.exactOptional(), impact: axis.exactOptional() })
        .refine((levels) => Object.keys(levels).length > 0, 'gives neither likelihood nor impact'),
    )
    .default({})
    .describe('From what level risks are raised and lowered, 1 to 5.'),
})
