import { z } from 'zod'

/** Fields that several tools take or give. */
export const field = {
  text: z
    .string()
    .min(1)
    .describe('a license of the library (llama-3.3, llama-3.3/use-policy) or a file below the open folders'),
  file: z.string().min(1).describe('a file below the open folders'),
  matter: z.string().min(1).describe("the matter's YAML file, below the open folders"),
  deal: z.string().min(1).describe("the deal's folder, below the open folders"),
  license: z.string().min(1).describe('llama-3.3 …'),
  output: z
    .string()
    .regex(/\.(?:docx|md|html)$/, 'ends in .docx, .md or .html')
    .describe('a file that is not there yet, below the open folders: .docx, .md or .html'),
  vendor: z.string().min(1).optional().describe('which vendor of the matter'),
  notes: z.array(z.string()).describe('what was not read, and what else a person should know'),
}

export const citation = z.object({
  license: z.string(),
  document: z.enum(['agreement', 'use-policy']),
  section: z.string(),
  quote: z.string().optional(),
})

/** A citation of our JSON, with the quote's words alone. */
export const readCitation = z
  .object({
    license: z.string(),
    document: z.enum(['agreement', 'use-policy']),
    section: z.string(),
    quote: z.object({ text: z.string() }).optional(),
  })
  .transform(({ quote, ...place }) => ({ ...place, ...(quote && { quote: quote.text }) }))
