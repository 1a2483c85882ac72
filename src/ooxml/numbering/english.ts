const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const irregular: Record<string, string> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

/** A number in English words, `one hundred five` as Word writes them; in figures from a million. */
export function cardinal(number: number): string {
  if (number < 0 || number >= 1_000_000) return String(number)
  if (number < 20) return small[number]!
  if (number < 100) return tens[Math.floor(number / 10)]! + (number % 10 ? `-${small[number % 10]}` : '')
  const [unit, name] = number < 1000 ? [100, 'hundred'] : [1000, 'thousand']
  const rest = number % unit
  return `${cardinal(Math.floor(number / unit))} ${name}${rest ? ` ${cardinal(rest)}` : ''}`
}

/** `first`, `twenty-second`. */
export function ordinalWord(number: number): string {
  const words = cardinal(number)
  if (/\d$/.test(words)) return ordinal(number)
  const last = /[a-z]+$/.exec(words)![0]
  const form = irregular[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)
  return words.slice(0, -last.length) + form
}

/** `1st`, `22nd`, `13th`. */
export function ordinal(number: number): string {
  const teen = Math.floor(number / 10) % 10 === 1
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')
  return `${number}${ending}`
}
