import { type HtmlOptions, readPage } from './html/walk.ts'
import { readLabel } from './label.ts'
import type { Line } from './lines.ts'
import type { SourceBlock, SourceDocument } from './source.ts'

export type { HtmlOptions } from './html/walk.ts'

/**
 * Reads an HTML page: its words as blocks, where its links lead as a story of its own, and what it hides or shows from
 * elsewhere told.
 *
 * @param source the page, decoded
 * @example
 * htmlDocument('<ol><li>Fees.</ol>').stories[0].blocks // [{ type: 'paragraph', text: 'Fees.', label: '1.', level: 0, … }]
 */
export function htmlDocument(source: string, options: HtmlOptions = {}): SourceDocument {
  const { blocks, links, lines, leftOut, unread, revisions } = readPage(source, options)
  const accepted = options.view !== 'original'
  return {
    stories: [
      lines === undefined
        ? { kind: 'body', name: '', blocks }
        : { kind: 'body', name: '', blocks: [], lines: { source: lines, format: 'text' } },
      ...(links.length > 0 ? [{ kind: 'links' as const, name: '', blocks: links }] : []),
    ],
    leftOut,
    unread,
    notes: revisions
      ? [
          `It marks words as deleted or inserted; it was read ${accepted ? 'with all of that accepted' : 'as it was before'}.`,
        ]
      : [],
  }
}

/** The words of an HTML page line by line, a paragraph a line, with the numbers that a browser prints. */
export function readHtml(source: string): Line[] {
  return linesOf(readPage(source).blocks)
}

function linesOf(blocks: readonly SourceBlock[]): Line[] {
  return blocks.flatMap((block): Line[] => {
    if (block.type === 'table')
      return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => linesOf(cell.blocks)))
    const own = readLabel(block.text)
    const label = own && own.label.number !== '' ? own : block.label ? readLabel(`${block.label} `) : own
    const text = (label === own && own ? block.text.slice(own.length) : block.text)
      .replace(/\s+/g, ' ')
      .trim()
    const { start, end } = block.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
    return [
      {
        line: start.line,
        column: start.column,
        endColumn: end.column,
        indent: block.indent ?? 0,
        ...(label && { label: label.label }),
        text,
        width: text.length,
        headed: block.outline !== undefined,
        hard: true,
        blank: false,
      },
    ]
  })
}
