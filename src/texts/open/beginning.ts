/** The beginning of words, for who has to find their place: `The supplier shall keep …`. */
export function beginning(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60)} …` : words
}
