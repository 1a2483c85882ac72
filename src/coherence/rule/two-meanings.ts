import { type Meaning, meaningsOf, unmarkedMeanings } from '../definitions.ts'
import type { CoherencePaper, CoherenceRule } from '../types.ts'
import { bare, shown } from '../words.ts'

/** One term with two meanings, in one paper or in two that stand together. */
export const twoMeanings: CoherenceRule = (papers) => {
  const own = new Map(papers.map((paper) => [paper.name, paper]))
  const first = new Map<string, Meaning>()
  const marked = papers.flatMap(meaningsOf)
  const terms = [...new Map(marked.map(({ term }) => [keyOf(term), term.replace(/s$/, '')])).values()]
  // What is said without marks is held against what the marks give, wherever that stands.
  const unmarked = papers.flatMap((paper) => unmarkedMeanings(paper, terms))
  return [...marked, ...unmarked].flatMap((meaning) => {
    const here = own.get(meaning.paper)!
    // The copies of two licenses have the same terms, each for its own; what we put into one stands in the deal.
    const inLicense = here.amended === true && !isOurs(here, meaning)
    const key = keyOf(meaning.term)
    const keys = inLicense
      ? [`${meaning.paper} ${key}`]
      : [key, ...papers.map(({ name }) => `${name} ${key}`)]
    const before = keys.map((one) => first.get(one)).find((one) => one !== undefined)
    const at = here.amended === true ? `${meaning.paper} ${key}` : key
    if (!first.has(at)) first.set(at, meaning)
    if (!before || same(before, meaning)) return []
    // What a vendor's paper takes from a license, or calls by the same name as it, is for that paper alone.
    const there = own.get(before.paper)!
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

function keyOf(term: string): string {
  return term.toLowerCase().replace(/s$/, '')
}

/** Whether the words of a meaning are ours. */
function isOurs({ passages }: CoherencePaper, { place, term, means }: Meaning): boolean {
  return passages.some(
    (passage) =>
      passage.place === place &&
      passage.ours.toLowerCase().includes(term.toLowerCase()) &&
      (means === '' || passage.ours.replaceAll('\n', ' ').includes(means.trim().slice(0, 40))),
  )
}

/** “has the meaning that the License gives it”, “as set out in Section 2”: no meaning of its own. */
const pointsElsewhere =
  /^(?:(?:that|which|as|it|to it|to such terms?)\b.{0,80})?\b(?:set (?:forth|out)|given|ascribed|assigned|specified|stated|defined) (?:in|to|above|below|under|at|by|on)\b|^(?:that|which)\b.{0,80}\b(?:gives?|defines?) (?:it|them)\b|^(?:in|above|below)\b|^the same\b|^$/

function same(one: Meaning, other: Meaning): boolean {
  const [left, right] = [one, other].map(({ means }) =>
    bare(means)
      .replace(/ unless .*$/, '')
      .replace(/ (?:and|or)$/, ''),
  )
  // Who is named in brackets in two papers is told once more and not otherwise.
  if (left === '' || right === '')
    return one.paper !== other.paper || one.place === other.place || left === right
  return left === right || pointsElsewhere.test(left!) || pointsElsewhere.test(right!)
}
