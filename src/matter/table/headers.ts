import { plainWords } from './plain.ts'
import usualHeaders from './usual-headers.json' with { type: 'json' }

/** What procurement writes over a column, in the languages of the tables that we know, by the fact that it most likely is. */
const usual: Readonly<Record<string, readonly string[]>> = usualHeaders

/** The fact that a header most likely means, in the words that procurement uses; undefined where none is near. */
export function usualFact(header: string): string | undefined {
  const words = plainWords(header)
  return Object.keys(usual).find((path) => usual[path]!.includes(words))
}
