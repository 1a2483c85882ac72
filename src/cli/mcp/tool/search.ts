import { z } from 'zod'
import { searchLibrary } from '../../../library/index.ts'
import { Problem } from '../../../problem.ts'
import { field } from './fields.ts'
import { tool } from './types.ts'

/** What the licenses say on some words. */
export const searchTool = tool({
  name: 'search',
  title: 'Search the library',
  description:
    'Finds what Llama licenses say on a question or a few words: the restatement, whether the license is silent, the sections, and short quotes. Cite the section, not this tool.',
  reads: true,
  input: {
    words: z.string().min(1).max(400).describe('a question or a few words'),
    license: field.license.optional().describe('one license alone: llama-3.3'),
    most: z.number().int().min(1).max(50).optional().describe('how many at most; 10 without it'),
  },
  output: {
    found: z.array(
      z.object({
        id: z.string(),
        license: z.string(),
        topic: z.string(),
        question: z.string(),
        says: z.string(),
        silent: z.boolean(),
        document: z.string(),
        sections: z.array(z.string()),
        quotes: z.array(z.object({ section: z.string(), text: z.string() })),
      }),
    ),
  },
  async answer({ words, license, most }, { library }) {
    if (license !== undefined && !library.licenses.has(license))
      throw new Problem(
        'unknown-license',
        `there is no license ${license}: they are ${[...library.licenses.keys()].join(', ')}`,
      )
    return {
      found: searchLibrary(library, words, {
        ...(license !== undefined && { license }),
        ...(most !== undefined && { most }),
      }),
    }
  },
})
