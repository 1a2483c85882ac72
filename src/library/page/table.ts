import type { RootContent } from 'mdast'
import type { Library, LibraryTable } from '../types.ts'
import { code, emphasis, heading, paragraph, table } from './blocks.ts'
import { citationWords } from './citation.ts'

/** A table of the advisory, rebuilt, each cell with the sections that prove it. */
export function tablePage(library: Library, { id, title, note, columns, rows }: LibraryTable): RootContent[] {
  return [
    heading(1, title),
    paragraph(code(`table:${id}`)),
    table(
      columns,
      rows.map((row) => [
        row.heading,
        ...row.cells.map(({ text, cites }) =>
          cites.length === 0 ? text : [text, ' ', emphasis(`(${citationWords(library, cites)})`)],
        ),
      ]),
    ),
    paragraph(note),
  ]
}
