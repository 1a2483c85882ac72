/** What says of a list that nothing is on it. */
export const NOTHING = /^(?:none|nobody|no one)\.?$/i

/** Items that semicolons or lines part; commas belong to names, such as `Northwind Cloud, Inc.` */
export function itemsOf(words: string): string[] {
  if (NOTHING.test(words.trim())) return []
  return words
    .split(/\s*(?:;|\n|\r)\s*/)
    .map((item) => item.replace(/^[-*•]\s+/, '').trim())
    .filter((item) => item !== '')
}
