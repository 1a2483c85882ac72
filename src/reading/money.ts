import { escaped } from '../pattern.ts'
import { numberOf, numberPattern } from './number.ts'
import { remembered } from './remembered.ts'

/** An amount of money that words name. */
export interface Money {
  /** ISO 4217. */
  currency: string
  amount: number
  /** As it stands there: `half a million euros`. */
  said: string
  index: number
}

/** Signs, and the currency that one means by them. */
const signs: [string, string][] = [
  [String.raw`US\$|U\.S\.\s?\$`, 'USD'],
  [String.raw`C\$|CA\$|CDN\$|Can\$`, 'CAD'],
  [String.raw`AU\$|A\$`, 'AUD'],
  [String.raw`NZ\$`, 'NZD'],
  [String.raw`S\$|SG\$`, 'SGD'],
  [String.raw`HK\$`, 'HKD'],
  [String.raw`NT\$`, 'TWD'],
  [String.raw`R\$`, 'BRL'],
  [String.raw`MX\$`, 'MXN'],
  [String.raw`\$`, 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹|Rs\\.?', 'INR'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₺', 'TRY'],
  ['₫', 'VND'],
  ['₴', 'UAH'],
  ['zł', 'PLN'],
  ['SFr\\.?|Fr\\.', 'CHF'],
  ['RMB', 'CNY'],
]

/** Names without a country, and whose one means. */
const short: Record<string, string> = {
  dollar: 'USD',
  pound: 'GBP',
  'pound sterling': 'GBP',
  sterling: 'GBP',
  franc: 'CHF',
  rupee: 'INR',
  yuan: 'CNY',
  renminbi: 'CNY',
  krona: 'SEK',
  kronor: 'SEK',
  rand: 'ZAR',
  reais: 'BRL',
  zlotys: 'PLN',
  zloty: 'PLN',
  złoty: 'PLN',
  złotys: 'PLN',
  forint: 'HUF',
  shekel: 'ILS',
  dirham: 'AED',
  baht: 'THB',
  lira: 'TRY',
}

const codes = Intl.supportedValuesOf('currency').filter(
  (code) => !code.startsWith('X') && code !== 'ALL' && code !== 'TOP' && code !== 'CUP',
)
const names = new Map<string, string>(Object.entries(short))
const display = new Intl.DisplayNames('en', { type: 'currency' })
for (const code of codes) {
  const name = display.of(code) ?? code
  if (!/\d/.test(name)) names.set(name.toLowerCase(), code)
}
names
  .set('danish kroner', 'DKK')
  .set('norwegian kroner', 'NOK')
  .set('swedish kronor', 'SEK')
  .set('czech koruny', 'CZK')
  .set('czech korun', 'CZK')
names.set('pounds sterling', 'GBP').set('polish zloty', 'PLN').set('polish złoty', 'PLN')

const sign = signs.map(([one]) => one).join('|')
const code = codes.join('|')
const name = [...names.keys()]
  .sort((a, b) => b.length - a.length)
  .map((one) => one.split(' ').map(escaped).join('s?\\s+'))
  .join('|')
const scale = String.raw`(?:\s?(?:hundred|thousand|million|billion|m|k|bn)\b)?`
const pattern = new RegExp(
  [
    String.raw`(?<![\p{L}\d])(?<sign>${sign})\s?(?<a>\d[\d,.’']*)(?<as>${scale})`,
    String.raw`(?<![\p{L}\d])(?<code>${code})\s?(?<b>${numberPattern})(?<bs>${scale})`,
    String.raw`(?<![\p{L}\d.,])(?<c>${numberPattern})\s?(?<c2>${code}|${sign})(?![\p{L}\d])`,
    String.raw`(?<![\p{L}\d.,])(?<d>${numberPattern})(?:\s(?:in|of|whole))?\s(?<name>(?:${name})s?)(?![\p{L}])`,
  ].join('|'),
  'giu',
)

/** What every amount has: most sentences have not both, and are not searched for some hundred currencies. */
const anyNumber = new RegExp(numberPattern, 'iu')
const anySign = /[$€£¥₹₩₪₺₫₴]/
const wordSigns = signs.flatMap(([one]) => one.split('|')).filter((one) => !anySign.test(one))
const currencyWords = new Set(
  [...codes, ...names.keys(), ...wordSigns].flatMap(
    (one) =>
      one
        .toLowerCase()
        .match(/\p{L}+/gu)
        ?.at(-1) ?? [],
  ),
)
const hasCurrency = (words: string) =>
  anySign.test(words) ||
  words
    .toLowerCase()
    .match(/\p{L}+/gu)
    ?.some((word) => currencyWords.has(word) || currencyWords.has(word.replace(/s$/, '')))

/** The amounts in words, in their order. */
export const moneyIn: (words: string) => readonly Money[] = remembered((words: string): Money[] => {
  if (!hasCurrency(words) || !anyNumber.test(words)) return []
  return [...words.matchAll(pattern)].flatMap(({ 0: said, groups = {}, index }) => {
    const number = `${groups.a ?? groups.b ?? groups.c ?? groups.d}${groups.as ?? groups.bs ?? ''}`
    const currency = currencyOf(groups)
    // A code in small letters is a word.
    if (currency === undefined || (groups.code && groups.code !== groups.code.toUpperCase())) return []
    if (groups.c2 && /^\p{Ll}+$/u.test(groups.c2) && groups.c2 !== 'zł') return []
    return [
      {
        currency,
        amount: numberOf(number.replace(/[.,’']+(?=\D*$)/, '').replace(/\.(?=\d{3}(?:\D|$))/g, '')),
        said: said.trim().replace(/[.,]$/, ''),
        index,
      },
    ]
  })
})

function currencyOf({
  sign: before,
  code: named,
  c2,
  name: words,
}: Record<string, string | undefined>): string | undefined {
  const by = before ?? c2
  const signed = by && signs.find(([one]) => new RegExp(`^(?:${one})$`, 'i').test(by))?.[1]
  if (signed) return signed
  const coded = named ?? c2
  if (coded) return coded.toUpperCase()
  const plain = words!.toLowerCase().replace(/\s+/g, ' ')
  return names.get(plain) ?? names.get(plain.replace(/s$/, '')) ?? names.get(plain.replace(/s(?= )/, ''))
}

/** A currency as a sentence calls it: `euros`, `Swiss francs`. */
export function currencyName(currency: string): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
  }).formatToParts(2)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}
