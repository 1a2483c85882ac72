import type { CoherenceRule } from '../types.ts'

const currencies: [code: string, pattern: RegExp][] = [
  [
    'US dollars',
    /US\$\s?\d|(?<![A-Z])\$\s?\d|\bUSD\s?\d|\b\d[\d,.]* (?:US )?dollars\b|\bUnited States dollars\b/i,
  ],
  ['euros', /€\s?\d|\bEUR\s?\d|\b\d[\d,.]*\s?(?:€|EUR\b|euros?\b)/i],
  ['pounds', /£\s?\d|\bGBP\s?\d|\b\d[\d,.]*\s?(?:GBP\b|pounds sterling)/i],
  ['Swiss francs', /\bCHF\s?\d|\b\d[\d,.]*\s?(?:CHF\b|Swiss francs)/i],
  ['yen', /¥\s?\d|\bJPY\s?\d/i],
]

/** Amounts of one deal in two currencies, where nothing says how the one is counted in the other. */
export const amounts: CoherenceRule = (papers) => {
  const found: { currency: string; paper: string; place: string; words: string }[] = []
  for (const { name, passages } of papers)
    for (const { place, text } of passages) {
      if (/\b(?:equivalent|exchange rate|converted)\b/i.test(text)) continue
      for (const [currency, pattern] of currencies) {
        const words = pattern.exec(text)
        if (words)
          found.push({
            currency,
            paper: name,
            place,
            words: text.slice(words.index, words.index + 24).trim(),
          })
      }
    }
  const [first] = found
  return found
    .filter(({ currency }) => currency !== first!.currency)
    .map(({ currency, paper, place, words }) => ({
      rule: 'two-currencies',
      paper,
      place,
      reason: `an amount stands here in ${currency} (“${words}”) and one in ${first!.place}${first!.paper === paper ? '' : ` of ${first!.paper}`} in ${first!.currency}`,
      counsel: true,
    }))
}
