import { Problem } from '../../problem.ts'
import type { CompareOptions } from './options.ts'

/** What narrows, changes or dresses a comparison, by its name on the command line. */
const ofComparisons = {
  topic: '--topic',
  group: '--group',
  changed: '--changed',
  text: '--text',
  schema: '--schema',
  rebuilt: '--rebuilt',
  receipt: '--receipt',
  formatting: '--formatting',
  protect: '--protect',
  forCounterparty: '--for-counterparty',
  keepComments: '--keep-comments',
  pages: '--pages',
  cover: '--cover',
} as const satisfies Partial<Record<keyof CompareOptions, string>>

/**
 * Holds that nothing is asked for beside an answer that is about the whole of two texts.
 *
 * @param command the option that asks for the answer, and why it takes no other: `--gate, which compares the whole`
 * @throws Problem with the first option that does not go with it
 */
export function requireWhole(options: CompareOptions, command: string): void {
  const given = Object.entries(ofComparisons).find(
    ([name]) => options[name as keyof typeof ofComparisons] !== undefined,
  )
  if (given) throw new Problem('usage', `${given[1]} does not go with ${command}: leave it out`)
}
