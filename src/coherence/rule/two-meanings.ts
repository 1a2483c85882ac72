import { type Meaning, meaningsOf } from '../definitions.ts'
import type { CoherenceRule } from '../types.ts'
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

function same(one: Meaning, other: Meaning): boolean {
  const [left, right] = [bare(one.means), bare(other.means)]
  // Who is named in brackets in two papers is told once more and not otherwise.
  if (left === '' || right === '')
    return one.paper !== other.paper || one.place === other.place || left === right
  return (
    left === right ||
    /set forth|set out|meaning (?:given|ascribed|assigned)|above|below/.test(`${left} ${right}`)
  )
}
