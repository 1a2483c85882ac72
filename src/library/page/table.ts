import type { RootContent } from 'mdast'
import type { Library, LibraryTable } from '../types.ts'
import { code, heading, paragraph, table } from './blocks.ts'
import { citationWords } from './citation.ts'

/** A table of the advisory, rebuilt, with the sections that prove each row. */
export function tablePage(library: Library, { id, title, columns, rows }: LibraryTable): RootContent[] {
  return [
    heading(1, title),
    paragraph(code(`table:${id}`)),
    table(
      [...columns, 'Sections'],
      rows.map(({ cells, cites }) => [
        ...cells,
        cites.map((cite) => citationWords(library, cite)).join('; '),
      ]),
    ),
  ]
}
