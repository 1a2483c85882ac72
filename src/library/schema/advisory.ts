import { z } from 'zod'
import { id, quoted, section, textKind, words } from './words.ts'

const cite = z
  .strictObject({
    licenses: z.array(id).min(1).describe('Ids of the licenses whose text has it, all in the same section.'),
    document: textKind,
    section,
  })
  .describe('The section that shows it.')

const cites = z.array(cite).min(1)

const corrects = z
  .array(id)
  .default([])
  .describe('Ids of the entries of advisory.yaml on what the advisory has in this place.')

/** `advisory.yaml`: every claim of the advisory about what a license says, judged. */
export const advisorySchema = z.strictObject({
  entries: z.array(
    z.strictObject({
      id,
      at: z.strictObject({
        heading: words.describe('The heading of the advisory under which the claim stands.'),
        words: words
          .refine((text) => text.split(/\s+/).length < 12, 'a pointer has fewer than 12 words')
          .describe('Where it stands there, in our own words.'),
      }),
      claim: words
        .refine((text) => text.split(/\s+/).length <= 25, 'a claim has at most 25 words')
        .describe('What is claimed, in our own words.'),
      verdict: z
        .enum(['supported', 'imprecise', 'contradicted', 'not-in-the-text'])
        .describe(
          'supported: a text says so; imprecise: true in part, or of some versions; contradicted: a text says otherwise; not-in-the-text: no text says so.',
        ),
      decided_by: cites,
      quotes: z
        .array(z.strictObject({ license: id, document: textKind, section, text: quoted }))
        .default([])
        .describe('Short exact quotes that decide it, each once in its section.'),
      topics: z.array(id).min(1),
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
      note: words.describe('What was wrong with the table in the advisory, for the foot of ours.'),
      columns: z.array(words).min(2).describe('Headings of the columns; the first is of the rows’ headings.'),
      rows: z.array(
        z.strictObject({
          heading: words.describe('What the row is about: the text of its first column.'),
          cells: z
            .array(
              z.strictObject({
                text: words,
                cites: z
                  .array(cite)
                  .describe(
                    'The sections that show what the cell says of a license; empty where it says nothing of one.',
                  ),
              }),
            )
            .min(1)
            .describe('The other columns, in order.'),
          corrects,
        }),
      ),
    }),
  ),
})
