import { joinWords, softBreaks, trusted } from './blocks.ts'
import { formatOf } from './format.ts'
import { readPage } from './html/walk.ts'
import { printedLabel, readLabel } from './label.ts'
import { readLines } from './lines.ts'
import type { SourceBlock, SourceParagraph } from './source.ts'
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
  if (format === 'html') {
    const { blocks, lines } = readPage(source)
    return lines === undefined ? joinWords(blockWords(blocks)) : normalise(lines, 'text')
  }
  const lines = readLines(source, format)
  // What is typed like a marker and is none stays as it is typed.
  trusted(lines, softBreaks(format))
  return joinWords(lines.flatMap(({ label, text }) => [label?.printed ?? '', text]).filter(Boolean))
}

/** The words of blocks, their numbers among them; those of a cell up to a table in it are one. */
function blockWords(blocks: readonly SourceBlock[]): string[] {
  return blocks
    .flatMap((block) => {
      if (block.type === 'paragraph') return paragraphWords(block)
      return block.rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => {
          const table = cell.blocks.findIndex(({ type }) => type === 'table')
          const own = table < 0 ? cell.blocks : cell.blocks.slice(0, table)
          return [
            own.map((one) => blockWords([one]).join(' ')).join('\n'),
            ...blockWords(cell.blocks.slice(own.length)),
          ]
        }),
      )
    })
    .filter(Boolean)
}

/** The number that is printed first and the words behind it; a bullet gives way to a number that is typed behind it. */
function paragraphWords({ label, text }: SourceParagraph): string[] {
  const typed = readLabel(text)
  const printed = label === undefined ? undefined : printedLabel(label)
  if (printed && !(printed.number === '' && typed?.label.number)) return [printed.printed, text]
  return typed ? [typed.label.printed, text.slice(typed.length).trim()] : [text]
}

/** The clause at a path, or undefined. */
export function clauseAt(agreement: Agreement, path: string): Clause | undefined {
  return clausesOf(agreement).find((clause) => clause.path === path)
}
