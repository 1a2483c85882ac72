/** An amount with its currency. */
export interface Sum {
  /** Three letters. */
  currency: string
  amount: number
}

const signs: Record<string, string> = { $: 'USD', '€': 'EUR', '£': 'GBP' }
const sizes: Record<string, number> = { m: 1e6, million: 1e6, bn: 1e9, billion: 1e9, k: 1e3 }

const number = String.raw`(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s*(million|billion|m|bn|k)?\b`
const before = new RegExp(String.raw`([$€£]|\b(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|SGD|INR))\s*${number}`, 'gi')
const after = new RegExp(
  String.raw`(?<![\d.,$€£])\b${number}\s*(USD|EUR|GBP|CHF|CAD|AUD|JPY|SGD|INR)\b`,
  'gi',
)

/**
 * Amounts with their currency, as people write them.
 *
 * @example
 * sumsIn('cyber, EUR 5m for each claim') // [{ currency: 'EUR', amount: 5000000 }]
 */
export function sumsIn(words: string): Sum[] {
  const sum = (currency: string, digits: string, size: string | undefined) => ({
    currency: signs[currency] ?? currency.toUpperCase(),
    amount: Number(digits.replaceAll(',', '')) * (sizes[size?.toLowerCase() ?? ''] ?? 1),
  })
  const first = [...words.matchAll(before)].map(([, currency, digits, size]) => sum(currency!, digits!, size))
  if (first.length > 0) return first
  return [...words.matchAll(after)].map(([, digits, size, currency]) => sum(currency!, digits!, size))
}
