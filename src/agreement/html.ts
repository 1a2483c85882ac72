import { type HtmlOptions, readPage } from './html/walk.ts'
import { picturesRead } from './pictures-read.ts'
import type { SourceDocument } from './source.ts'

export type { HtmlOptions } from './html/walk.ts'

/**
 * Reads an HTML page: its words as blocks, where its links lead as a story of its own (there even if empty), and what it hides or shows from
 * elsewhere told.
 *
 * @param source the page, decoded
 * @example
 * htmlDocument('<ol><li>Fees.</ol>').stories[0].blocks // [{ type: 'paragraph', text: 'Fees.', label: '1.', level: 0, … }]
 */
export function htmlDocument(source: string, options: HtmlOptions = {}): SourceDocument {
  const { blocks, links, lines, leftOut, unread, pictures, revisions, sheetsElsewhere } = readPage(
    source,
    options,
  )
  const accepted = options.view !== 'original'
  return {
    stories: [
      lines === undefined
        ? { kind: 'body', name: '', blocks }
        : { kind: 'body', name: '', blocks: [], lines: { source: lines, format: 'text' } },
      { kind: 'links', name: '', blocks: links },
    ],
    leftOut,
    unread,
    notes: [
      ...(revisions
        ? [
            `It marks words as deleted or inserted; it was read ${accepted ? 'with all of that accepted' : 'as it was before'}.`,
          ]
        : []),
      ...(sheetsElsewhere > 0
        ? [
            `What ${sheetsElsewhere === 1 ? 'a style sheet in another file' : `${sheetsElsewhere} style sheets in other files`} may hide, print or set in another order was not read.`,
          ]
        : []),
      ...(pictures.length > 0 ? [`${picturesRead(pictures.length)} but what the page says for it.`] : []),
    ],
    pictures,
  }
}
