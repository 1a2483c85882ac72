import { type Agreement, clausesOf } from '../agreement/index.ts'

const dateLine = /((?:Version )?(?:Release|Effective) Date): ([A-Z][a-z]+ \d{1,2}, \d{4})/

/** The date that an agreement gives for its version. */
export interface DateLine {
  /** What it calls the date: `Version Release Date`. */
  releasedAs: string
  /** ISO 8601. */
  released: string
  /** As the text writes it: `July 23, 2024`. */
  words: string
}

/** The first date line of an agreement, or undefined where it has none. */
export function dateLineOf(agreement: Agreement): DateLine | undefined {
  for (const { text } of clausesOf(agreement)) {
    const [, releasedAs, words] = dateLine.exec(text) ?? []
    if (releasedAs === undefined || words === undefined) continue
    return { releasedAs, released: new Date(`${words} UTC`).toISOString().slice(0, 10), words }
  }
  return undefined
}
