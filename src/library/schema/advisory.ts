import { z } from 'zod'
import { id, section, textKind, words } from './words.ts'

const decidedBy = z.strictObject({ license: id, document: textKind, section })

/** `advisory.yaml`: every claim of the advisory about what a license says, judged. */
export const advisorySchema = z.strictObject({
  entries: z.array(
    z.strictObject({
      id,
      at: z.strictObject({
        heading: words,
        words: words.refine((text) => text.split(/\s+/).length < 12, 'a pointer has fewer than 12 words'),
      }),
      verdict: z.enum(['supported', 'imprecise', 'contradicted', 'not-in-the-text']),
      decided_by: z.array(decidedBy),
      topics: z.array(id),
      statement: words.describe('The correct statement, in our own words.'),
    }),
  ),
})

/** `tables.yaml`: the tables of the advisory, rebuilt. */
export const tablesSchema = z.strictObject({
  tables: z.array(
    z.strictObject({
      id: z.enum(['clauses', 'deployment', 'exposure']),
      title: words,
      columns: z.array(words).min(2),
      rows: z.array(z.strictObject({ cells: z.array(words), cites: z.array(decidedBy) })),
    }),
  ),
})
