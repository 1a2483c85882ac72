import type { Verdict } from '../types.ts'

/** How a claim stands to the texts, as a sentence ends. */
export const verdictWords: Record<Verdict, string> = {
  supported: 'supported by the text',
  imprecise: 'imprecise',
  contradicted: 'contradicted by the text',
  'not-in-the-text': 'not in the text',
}
