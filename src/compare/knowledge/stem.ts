/** Words that say nothing of a topic, and the names that every clause of the library has. */
const empty = new Set(
  'a an and any are as at be been but by can do does for from has have her his if in into is it its may no nor not of on or other our shall she should such than that the their them then there these they this those to under upon was we were what when where which who will with without would you your llama meta agreement license licensee section either each all party parties hereby herein hereof thereof hereunder'.split(
    ' ',
  ),
)

/** The words of a text, small letters. */
export function stemmedWords(text: string): string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}’']*/gu) ?? []
}

/** A word's stem, roughly: what other houses write in another form still meets; null for words without content. */
export function stemOf(word: string): string | null {
  if (word.length < 3 || empty.has(word)) return null
  const stem = word
    .replace(/[’']s?$/, '')
    .replace(/(?:ations?|ates?|ated|ating|ative)$/, 'at')
    .replace(/(?:ities|ity)$/, '')
    .replace(/(?:ments?|ness|ings?|ions?|ers?|ors?|ed|es|s|ies|y|able|ible|ive|al|ally|ly|e)$/, '')
  return stem.length < 3 ? word : stem
}
