import type { Library } from '../../library/index.ts'
import { type Citation, citedWords } from '../../matter/index.ts'
import { innermost } from './innermost.ts'
import { shortWhere } from './memo-short-where.ts'

/** More than these are not told one by one where all of them wait for the same answers. */
const most = 3

/**
 * Many statements of which it is not known whether they hold, by the questions that they wait for.
 *
 * @returns undefined where they are few, and are better told one by one
 */
export function manyOpen(
  statements: number,
  questions: readonly { question: string }[],
  citations: readonly Citation[],
  library: Library,
): string | undefined {
  if (statements <= most || questions.length === 0) return undefined
  const asked = [...new Set(questions.map(({ question }) => question))].join(' ')
  const where = shortWhere(citedWords(innermost(citations), library.licenses))
  return `Not known: ${asked} ${statements} limits of the license hang on it (${where}).`
}
