const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The ISO date of a day as people write it in words: `March 1, 2024`, `1 March 2024`, `2024-03-01`. */
export function dayOf(words: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) return words
  const american = /^([A-Za-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(words)
  const other = /^(\d{1,2})(?:st|nd|rd|th)?\.? ([A-Za-z]{3})[a-z]*\.?,? (\d{4})$/.exec(words)
  const [month, day, year] = american
    ? [american[1]!, american[2]!, american[3]!]
    : other
      ? [other[2]!, other[1]!, other[3]!]
      : []
  const at = months.indexOf(month?.toLowerCase() ?? '')
  // 03/04/2024 is two days, by where it is written, and is not guessed.
  if (at < 0) return undefined
  return `${year}-${String(at + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`
}
