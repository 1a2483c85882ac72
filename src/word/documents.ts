import { type DraftDocument, draftToHtml, draftToMarkdown } from '../draft/index.ts'
import type { DocumentFormat } from '../formats.ts'
import type { Look } from './reference/look.ts'

/** Who writes a document, by format; what writes Word files is loaded for them alone. */
const writers: Record<
  DocumentFormat,
  (document: DraftDocument, look?: Look) => string | Promise<Uint8Array>
> = {
  markdown: (document) => draftToMarkdown(document),
  html: (document) => draftToHtml(document),
  docx: async (document, look) => (await import('./draft/draft.ts')).draftToDocx(document, look),
}

/**
 * A document as a file.
 *
 * @param look of a firm's reference document, for a Word file
 * @returns text, or the bytes of a Word file
 * @example
 * await writeFile('side-letter.docx', await documentFile(draft('side-letter', input), 'docx'))
 */
export async function documentFile(
  document: DraftDocument,
  format: DocumentFormat,
  look?: Look,
): Promise<string | Uint8Array> {
  return writers[format](document, look)
}
