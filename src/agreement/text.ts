import { joinWords } from './blocks.ts'
import { formatOf } from './format.ts'
import { readHtml } from './html.ts'
import { readLines } from './lines.ts'
import type { Agreement, Clause, SourceFormat } from './types.ts'

/** Every clause in reading order, parents before children. */
export function clausesOf(agreement: Agreement): Clause[] {
  const clauses: Clause[] = []
  const waiting: Clause[] = [...agreement.children].reverse()
  for (let clause = waiting.pop(); clause; clause = waiting.pop()) {
    clauses.push(clause)
    for (let at = clause.children.length - 1; at >= 0; at -= 1) waiting.push(clause.children[at]!)
  }
  return clauses
}

/** All the words of an agreement in reading order, markers included: what {@link normalise} gives for its source. */
export function textOf(agreement: Agreement): string {
  return joinWords(
    clausesOf(agreement)
      .flatMap(({ label, text }) => [label, text])
      .filter(Boolean),
  )
}

/**
 * The words of a source, without its layout: markup gone, white space single, a word broken at its hyphen joined.
 * A bullet is `•`, whatever sign the source uses.
 */
export function normalise(source: string, format: SourceFormat = formatOf(source)): string {
  const lines = format === 'html' ? readHtml(source) : readLines(source, format)
  return joinWords(lines.flatMap(({ label, text }) => [label?.printed ?? '', text]).filter(Boolean))
}

/** The clause at a path, or undefined. */
export function clauseAt(agreement: Agreement, path: string): Clause | undefined {
  return clausesOf(agreement).find((clause) => clause.path === path)
}
