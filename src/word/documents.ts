import { type DraftDocument, draftToHtml, draftToMarkdown } from '../draft/index.ts'
import type { DocumentFormat } from '../formats.ts'

/** Who writes a document, by format; what writes Word files is loaded for them alone. */
const writers: Record<DocumentFormat, (document: DraftDocument) => string | Promise<Uint8Array>> = {
  markdown: draftToMarkdown,
  html: draftToHtml,
  docx: async (document) => (await import('./draft/draft.ts')).draftToDocx(document),
}

/**
 * A document as a file.
 *
 * @returns text, or the bytes of a Word file
 * @example
 * await writeFile('side-letter.docx', await documentFile(draft('side-letter', input), 'docx'))
 */
export async function documentFile(
  document: DraftDocument,
  format: DocumentFormat,
): Promise<string | Uint8Array> {
  return writers[format](document)
}
