import { own } from '../own.ts'

const ones =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const powers: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  m: 1e6,
  k: 1e3,
  bn: 1e9,
}

const word = [
  ...tens.map((ten) => `${ten}(?:[- ](?:${ones.slice(0, 9).join('|')}))?`),
  ...[...ones].reverse(),
].join('|')

/** A number in figures or words, as a pattern without groups: `1,000`, `forty-five`, `two million`, `half a million`. */
export const numberPattern = String.raw`(?:(?:half|quarter of) an? (?:hundred|thousand|million|billion)|(?:\d[\d,’']*(?:\.\d+)?|${word}|an?)(?:[ -]?(?:hundred|thousand|million|billion)\b)+(?:(?: and |[ -])(?:${word})\b(?![ -](?:hundred|thousand|million|billion)\b))?|\d[\d,’']*(?:\.\d+)?(?:[mk]|bn)\b|\d[\d,’']*(?:\.\d+)?|(?:${word})\b)`

/** The value of what {@link numberPattern} found. */
export function numberOf(said: string): number {
  const words = said.toLowerCase().replace(/[,’']/g, '')
  const half = /^(half|quarter of) an? (\w+)/.exec(words)
  if (half) return (half[1] === 'half' ? 0.5 : 0.25) * (own(powers, half[2]!) ?? 1)
  const parts = words.match(/\d+(?:\.\d+)?|[a-z]+/g) ?? []
  return parts.reduce((sum, part) => {
    const power = own(powers, part)
    if (power !== undefined) return (sum || 1) * power
    if (/^\d/.test(part)) return sum + Number(part)
    if (ones.includes(part)) return sum + ones.indexOf(part) + 1
    if (tens.includes(part)) return sum + (tens.indexOf(part) + 2) * 10
    return sum
  }, 0)
}

/**
 * A whole number as a contract writes it beside its figures: `forty-eight`, `one hundred eighty`.
 *
 * @returns undefined from a thousand on
 */
export function numberInWords(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1 || value > 999) return undefined
  if (value < 20) return ones[value - 1]
  if (value < 100) return [tens[Math.floor(value / 10) - 2], ones[(value % 10) - 1]].filter(Boolean).join('-')
  const rest = value % 100
  return [`${ones[Math.floor(value / 100) - 1]} hundred`, ...(rest === 0 ? [] : [numberInWords(rest)])].join(
    ' ',
  )
}
