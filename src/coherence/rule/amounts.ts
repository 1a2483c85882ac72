import { currencyName, type Money, moneyIn } from '../../reading/money.ts'
import { sentencesOf } from '../../reading/sentences.ts'
import { ofPassage } from '../reading/of-passage.ts'
import type { CoherenceRule } from '../types.ts'

/** Amounts of one deal in two currencies, where nothing says how the one is counted in the other. */
export const amounts: CoherenceRule = (papers) => {
  const found: (Money & { paper: string; place: string })[] = []
  for (const { name, passages } of papers)
    for (const passage of passages)
      for (const one of firstOfEach(passage)) found.push({ ...one, paper: name, place: passage.place })
  const [first] = found
  return found
    .filter(({ currency }) => currency !== first!.currency)
    .map(({ currency, paper, place, said }) => ({
      rule: 'two-currencies',
      paper,
      place,
      reason: `an amount stands here in ${currencyName(currency)} (“${said}”) and one in ${first!.place}${first!.paper === paper ? '' : ` of ${first!.paper}`} in ${currencyName(first!.currency)}`,
      counsel: true,
    }))
}

/** The first amount in each currency, where nothing says how the one is counted in the other. */
const firstOfEach = ofPassage(({ text }): readonly Money[] => {
  if (/\b(?:equivalent|exchange rate|rate of exchange|convert\w*)\b/i.test(text)) return []
  const first = new Map<string, Money>()
  for (const one of sentencesOf(text).flatMap(moneyIn))
    if (!first.has(one.currency)) first.set(one.currency, one)
  return [...first.values()]
})
