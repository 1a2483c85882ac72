import { isIn } from '../read/unsaid.ts'
import type { Paper, Sentence } from '../types.ts'
import { hasSign, type Sign } from './signs.ts'

const overrides =
  /\b(?:notwithstanding|despite|in spite of|regardless of|irrespective of|without regard to|as an exception (?:to|from)|by way of (?:exception|derogation) (?:to|from)|in derogation (?:of|from)|contrary to)\s+(?:anything (?:to the contrary )?in |what is said in |the (?:terms|provisions|foregoing) of )?(?:sections?|clauses?|paragraphs?|articles?)\s+(\d+(?:\.\d+)*)/gi

/**
 * The sentence that may take back what deciding places give: one there with words that do, or one anywhere that says something
 * notwithstanding them.
 *
 * @param places sections that decide
 * @param on sentences on the subject
 * @param signs of what may be taken back
 */
export function takenBackIn(
  { passages }: Paper,
  places: ReadonlySet<string | undefined>,
  on: readonly Sentence[],
  signs: readonly Sign[],
): Sentence | undefined {
  const there = on.find((one) => places.has(one.section) && signs.some((sign) => hasSign(sign, one)))
  if (there) return there
  const decides = [...places].filter((place) => place !== undefined)
  return passages
    .flatMap(({ sentences }) => sentences)
    .find(({ text, section }) =>
      [...text.matchAll(overrides)].some(([, number]) =>
        decides.some((place) => place !== section && isIn(place, number!)),
      ),
    )
}
