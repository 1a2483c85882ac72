import { type Meaning, meaningsOf } from '../definitions.ts'
import type { CoherencePaper, CoherenceRule } from '../types.ts'
import { bare, shown } from '../words.ts'

/** One term with two meanings, in one paper or in two that stand together. */
export const twoMeanings: CoherenceRule = (papers) => {
  const own = new Map(papers.map((paper) => [paper.name, paper]))
  const first = new Map<string, Meaning>()
  return papers.flatMap(meaningsOf).flatMap((meaning) => {
    // The copies of two licenses have the same terms, each for its own.
    const inLicense = own.get(meaning.paper)?.amended === true
    const key = meaning.term.replace(/s$/, '')
    const keys = inLicense
      ? [`${meaning.paper} ${key}`]
      : [key, ...papers.map(({ name }) => `${name} ${key}`)]
    const before = keys.map((one) => first.get(one)).find((one) => one !== undefined)
    const at = inLicense ? keys[0]! : key
    if (!first.has(at)) first.set(at, meaning)
    if (!before || same(before, meaning)) return []
    // What a vendor's paper takes from a license, or calls by the same name as it, is for that paper alone.
    const [here, there] = [own.get(meaning.paper)!, own.get(before.paper)!]
    if (here.counterparty !== there.counterparty && !(isOurs(here, meaning) && isOurs(there, before)))
      return []
    return [
      {
        rule: 'two-meanings',
        paper: meaning.paper,
        place: meaning.place,
        reason: `“${meaning.term}” has a meaning here (${shown(meaning.means) || 'behind what it names'}) and another in ${before.place}${before.paper === meaning.paper ? '' : ` of ${before.paper}`} (${shown(before.means) || 'behind what it names'})`,
        counsel: true,
      },
    ]
  })
}

/** Whether the words of a meaning are ours. */
function isOurs({ passages }: CoherencePaper, { place, term }: Meaning): boolean {
  return passages.some((passage) => passage.place === place && passage.ours.includes(term))
}

/** “has the meaning that the License gives it”, “as set out in Section 2”: no meaning of its own. */
const pointsElsewhere =
  /^(?:(?:that|which|as|it|to it|to such terms?)\b.{0,80})?\b(?:set (?:forth|out)|given|ascribed|assigned|specified|stated|defined) (?:in|to|above|below|under|at|by|on)\b|^(?:that|which)\b.{0,80}\b(?:gives?|defines?) (?:it|them)\b|^(?:in|above|below)\b|^$/

function same(one: Meaning, other: Meaning): boolean {
  const [left, right] = [one, other].map(({ means }) => bare(means).replace(/ (?:and|or)$/, ''))
  // Who is named in brackets in two papers is told once more and not otherwise.
  if (left === '' || right === '')
    return one.paper !== other.paper || one.place === other.place || left === right
  return left === right || pointsElsewhere.test(left!) || pointsElsewhere.test(right!)
}
