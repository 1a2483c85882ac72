/** Words as they are compared: whatever their apostrophes, capitals and the mark at the end. */
export function plainWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
}
