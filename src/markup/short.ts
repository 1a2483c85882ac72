/** Words as a message quotes them: cut, where they are long. */
export function short(words: string, most = 60): string {
  return words.length > most ? `${words.slice(0, most - 1)}…` : words
}
