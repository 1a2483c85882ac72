import { typographic } from '../agreement/index.ts'

/** Words of an edit as they are printed: typographic quotation marks, and single spaces as in a clause's text. */
export function printedWords(text: string): string {
  return typographic(text.trim().replace(/\s+/g, ' '))
}

/** Whether words are a sentence, or several, that can stand between others. */
export function isSentence(words: string): boolean {
  return /^["“‘(]?\p{Lu}/u.test(words) && /[.!?][)”’"]*$/.test(words)
}
