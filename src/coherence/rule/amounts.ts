import { currencyName, type Money, moneyIn } from '../../reading/money.ts'
import type { CoherenceRule } from '../types.ts'

/** Amounts of one deal in two currencies, where nothing says how the one is counted in the other. */
export const amounts: CoherenceRule = (papers) => {
  const found: (Money & { paper: string; place: string })[] = []
  for (const { name, passages } of papers)
    for (const { place, text } of passages) {
      if (/\b(?:equivalent|exchange rate|rate of exchange|convert\w*)\b/i.test(text)) continue
      const seen = new Set<string>()
      for (const one of moneyIn(text)) {
        if (seen.has(one.currency)) continue
        seen.add(one.currency)
        found.push({ ...one, paper: name, place })
      }
    }
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
