import { numberPattern } from '../reading/number.ts'

const pattern = new RegExp(
  `^(?:\\d+|${numberPattern}|hours?|business|working|days?|weeks?|months?|years?|[$€£]|usd|us|eur|gbp|percent|%)$`,
  'i',
)

/** Whether a word is of a number and what it counts: `48`, `forty`, `hours`, `usd`. */
export function isNumberWord(word: string): boolean {
  return pattern.test(word)
}
