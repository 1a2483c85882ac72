import { z } from 'zod'

/** Words that must be there. */
export const words = z.string().trim().min(1, 'must not be empty')

/** An id: `user-threshold`, `llama-3.1`. */
export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/,
    'an id has small letters, digits, hyphens and dots, like user-threshold',
  )

/** Path of a clause. */
export const section = z
  .string('a section is written in quotation marks where it is a number: "2"')
  .trim()
  .min(1)
  .describe('Path of the clause, such as "2", "1.b.i" or "definition.llama-materials".')

/** At most 25 words, since the library quotes and does not copy. */
export const quoted = words.refine((text) => text.split(/\s+/).length <= 25, {
  message: 'a quote has at most 25 words: quote less, or give two quotes',
})

export const textKind = z.enum(['agreement', 'use-policy'])

/** A condition on facts in the query language of sift (that of MongoDB). */
export const condition = z
  .record(z.string(), z.unknown())
  .describe("A condition on facts in sift's query language; empty: always.")
