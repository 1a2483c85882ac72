import { visible } from '../visible.ts'

/**
 * Tells a line on standard error.
 *
 * @param line words that may come from anywhere: a file's name, a key of it
 */
export function say(line: string): void {
  process.stderr.write(`${visible(line)}\n`)
}
