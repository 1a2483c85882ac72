import { type Agreement, clausesOf } from '../../agreement/index.ts'
import { isMet } from '../review.ts'
import type { ReviewRow } from '../types.ts'

/**
 * How far a verdict may be taken as it is, by how often verdicts of its kind were right on papers that lawyers had labelled
 * (docs/review.md, “How well it judges”): `high` nineteen times of twenty or more, `fair` about three of four, `low` less; `none`
 * where the engine leaves it to a person, and `person` where one has decided.
 */
export type Confidence = 'person' | 'high' | 'fair' | 'low' | 'none'

/** What has fewer words says a thing once, perhaps in words that are not looked for. */
const short = 100

/** How far each verdict on a paper may be taken as it is. */
export function confidenceIn(
  agreement: Agreement,
): (row: Pick<ReviewRow, 'verdict' | 'decided'>) => Confidence {
  const words = clausesOf(agreement).reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
  return ({ verdict, decided }) => {
    if (decided) return 'person'
    if (verdict === 'unclear') return 'none'
    if (verdict === 'missing') return words < short ? 'low' : 'high'
    return isMet(verdict) ? 'high' : 'fair'
  }
}
