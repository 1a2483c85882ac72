/**
 * A list as a sentence says it.
 *
 * @param conjunction before the last: `and`, `or`
 * @param serial whether a comma stands before it too where there are three or more, as our documents have it
 * @example
 * listed(['a', 'b', 'c']) // 'a, b and c'
 */
export function listed(items: readonly string[], conjunction = 'and', serial = false): string {
  if (items.length < 2) return items.join('')
  const comma = serial && items.length > 2 ? ',' : ''
  return `${items.slice(0, -1).join(', ')}${comma} ${conjunction} ${items.at(-1)}`
}

/**
 * A number with a comma every three figures, as `toLocaleString('en-US')` writes it, which would load all that is known of
 * languages for it.
 *
 * @example
 * grouped(1234567.5) // '1,234,567.5'
 */
export function grouped(value: number): string {
  // Infinity, and what is written with an exponent, have no groups that a reader would count; thousandths are rounded.
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return value.toLocaleString('en-US')
  const [whole = '', part] = String(Number.isInteger(value) ? value : Math.round(value * 1000) / 1000).split(
    '.',
  )
  const figures = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return part === undefined ? figures : `${figures}.${part}`
}

/** Words with a capital in front, as they begin a sentence. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What is wrong, as a sentence of a page; a name that it begins with (`llama-9`, `terms.md`) keeps its letters. */
export function asSentence(reason: string): string {
  const begun = /^[a-z]+,? /.test(reason) ? sentenceCase(reason) : reason
  return /[.?!:]["”’)]?$/.test(begun) ? begun : `${begun}.`
}

/** Words without a capital in front, as they go on within a sentence. */
export function withinSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}

/** A sentence without its full stop, for one that goes on. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `July 23, 2024` for `2024-07-23`, `June 2024` for `2024-06`; other words as they are. */
export function longDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(iso) ?? []
  const name = months[Number(month) - 1]
  if (!name) return iso
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`
}

/**
 * The beginning of words, with an ellipsis where they are cut.
 *
 * @param most characters (UTF-16 units), the ellipsis among them
 * @example
 * clipped('The supplier shall keep', 12) // 'The supplie…'
 */
export function clipped(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most - 1)}…` : words
}

/** A number of things: `1 text`, `3 texts`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
