/**
 * Says why the words of an answer are none, and nothing where each of them is accounted for by what is asked; it never
 * guesses which words matter.
 *
 * @param day ISO date of the answer
 */
export type SaidReader = (words: string, day: string) => string | undefined
