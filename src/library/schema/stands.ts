import { z } from 'zod'
import { section, words } from './words.ts'

/** How a license stands to a topic in a word, where neither the modality nor the silence says it. */
export const stands = z
  .strictObject({
    is: z
      .enum(['can', 'if', 'must', 'cannot', 'silent', 'says'])
      .describe('The kind, which decides the colour.'),
    word: words.max(24).describe('What stands in an overview: `no policy`, `withheld in the EU`.'),
    sections: z
      .array(section)
      .min(1)
      .exactOptional()
      .describe('Clauses of the agreement that answer a topic on which the text of the topic is silent.'),
  })
  .describe('How it stands in an overview, where its modality or its silence does not say it.')
