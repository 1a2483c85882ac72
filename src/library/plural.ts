/** The plural of a word or phrase by the rules of spelling: `company` as `companies`, `annex` as `annexes`. */
export function pluralOf(words: string): string {
  if (/[^aeiou\W]y$/i.test(words)) return `${words.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh)$/i.test(words) ? `${words}es` : `${words}s`
}
