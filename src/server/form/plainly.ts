import { firstDayOf } from '../../matter/written.ts'

/** Marks that a figure is round. */
const round =
  /^(?:about|around|approx(?:\.|imately)?|roughly|some|circa|ca?\.|~|≈|etwa|rund|ungefähr|env(?:\.|iron))\s*(?=\d)/i

/** The same before a month. */
const roundMonth =
  /^(?:about|around|approx(?:\.|imately)?|roughly|circa|ca?\.|~|≈|some ?time in|in)\s*(?=[a-z]{3,}\.? \d{4}$)/i

/**
 * A month as people type it into a form that takes one: `around March 2025` → `2025-03`. A day that is round by its own words is
 * none, and stays as it was typed.
 */
export function plainMonth(words: string): string {
  const bare = words.trim().replace(roundMonth, '')
  return /^[A-Za-z]{3,}\.? \d{4}$/.test(bare) ? (firstDayOf(bare)?.slice(0, 7) ?? words) : words
}

/** Words for a thousand and more that another language has. */
const others = new Map([
  ['tsd', 'thousand'],
  ['tausend', 'thousand'],
  ['millionen', 'million'],
  ['mrd', 'billion'],
  ['milliarde', 'billion'],
  ['milliarden', 'billion'],
])

/** Nearer to what a license counts than this, a figure that is round by its own words answers nothing. */
const mostRound = 100_000_000

/**
 * A figure as people type it into a form, in the words that an answer is read by: `ca. 3 Mio` → `3 Mio`, `2 Mrd.` →
 * `2 billion`, `1e9` → `1000000000`. What it makes nothing of stays as it was typed.
 *
 * @param read what the words come to, where they are a number
 */
export function plainFigure(words: string, read: (words: string) => unknown): string {
  const bare = words.replace(round, '')
  const named = bare.replace(
    /(\p{L}+)\.?$/u,
    (whole, word: string) => others.get(word.toLowerCase()) ?? whole,
  )
  const power = /^\d(?:\.\d+)?e\d{1,2}$/i.test(named) ? Number(named) : undefined
  const plain = power !== undefined && Number.isSafeInteger(power) ? String(power) : named
  const figure = read(plain)
  if (typeof figure !== 'number') return words
  return bare !== words && figure > mostRound ? words : plain
}
