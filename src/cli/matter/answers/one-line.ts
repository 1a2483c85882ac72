/** Words as a message has them: on one line. */
export function oneLine(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
