import type { CoherenceRule } from '../types.ts'

/** Currencies by what stands beside an amount: signs before it, a code on either side, names behind it. */
const currencies: [name: string, signs: string, code: string, words: string][] = [
  [
    'US dollars',
    String.raw`(?:US|U\.S\.\s?)\$|\$`,
    'USD',
    '(?<!Canadian |Australian )(?:US |United States )?dollars',
  ],
  ['euros', '€', 'EUR', 'euros?'],
  ['pounds', '£', 'GBP', '(?:British )?pounds(?: sterling)?'],
  ['Swiss francs', String.raw`SFr\.?`, 'CHF', '(?:Swiss )?francs'],
  ['yen', '¥', 'JPY', '(?:Japanese )?yen'],
  ['Canadian dollars', String.raw`(?:C|CA|CDN)\$`, 'CAD', 'Canadian dollars'],
  ['Australian dollars', String.raw`(?:A|AU)\$`, 'AUD', 'Australian dollars'],
  ['New Zealand dollars', String.raw`NZ\$`, 'NZD', 'New Zealand dollars'],
  ['Singapore dollars', String.raw`S\$`, 'SGD', 'Singapore dollars'],
  ['Hong Kong dollars', String.raw`HK\$`, 'HKD', 'Hong Kong dollars'],
  ['rupees', '₹', 'INR', '(?:Indian )?rupees'],
  ['renminbi', 'RMB', 'CNY', '(?:renminbi|yuan)'],
  ['Swedish kronor', '', 'SEK', '(?:Swedish )?kronor'],
  ['Norwegian kroner', '', 'NOK', 'Norwegian kroner'],
  ['Danish kroner', '', 'DKK', '(?:Danish )?kroner'],
  ['zloty', '', 'PLN', '(?:Polish )?z[lł]oty(?:ch)?'],
  ['Czech koruny', '', 'CZK', 'Czech korun[ay]?'],
  ['forints', '', 'HUF', 'forints?'],
  ['reais', String.raw`R\$`, 'BRL', '(?:Brazilian )?reais'],
  ['Mexican pesos', '', 'MXN', 'Mexican pesos'],
  ['rand', '', 'ZAR', '(?:South African )?rand'],
  ['won', '₩', 'KRW', 'Korean won'],
  ['shekels', '₪', 'ILS', '(?:Israeli )?shekels'],
  ['dirhams', '', 'AED', 'dirhams?'],
]

const number = String.raw`(?:\d[\d.,’']*(?:\s(?:hundred|thousand|million|billion))?|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|thousand|million|billion)(?:[ -](?:hundred|thousand|million|billion))?)`

const patterns = currencies.map(([name, signs, code, words]): [string, RegExp] => [
  name,
  new RegExp(
    [
      ...(signs === '' ? [] : [String.raw`(?<![A-Za-z])(?:${signs})\s?\d`]),
      String.raw`\b${code}\s?\d`,
      String.raw`\b\d[\d,.]*\s?${code}\b`,
      String.raw`\b${number}\s(?:${words})\b`,
      ...(name === 'euros' ? [String.raw`\d\s?€`] : []),
    ].join('|'),
  ),
])

/** Amounts of one deal in two currencies, where nothing says how the one is counted in the other. */
export const amounts: CoherenceRule = (papers) => {
  const found: { currency: string; paper: string; place: string; words: string }[] = []
  for (const { name, passages } of papers)
    for (const { place, text } of passages) {
      if (/\b(?:equivalent|exchange rate|converted)\b/i.test(text)) continue
      for (const [currency, pattern] of patterns) {
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
