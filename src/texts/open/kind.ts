import { extname } from 'node:path'
import { strFromU8 } from 'fflate'

/** What a file is, by what it holds. */
export type FileKind = 'word' | 'flat-word' | 'pdf' | 'odt' | 'rtf' | 'doc' | 'text'

/** How the words of a text file are written. */
export type Writing = 'text' | 'markdown' | 'html'

/**
 * Tells what a file is: by its first bytes, whatever its name says, since a mail program or a website that renames a
 * file does not change it.
 */
export function kindOf(bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  // A PDF may have other bytes before its mark (ISO 32000-1, annex H, note 13); a text may speak of the mark.
  const mark = start.indexOf('%PDF-')
  if (mark === 0 || (mark > 0 && Buffer.from(bytes).includes('endobj'))) return 'pdf'
  if (/^\s{0,8}\{\\rtf/.test(start)) return 'rtf'
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'))
    return isOldWord(bytes) ? 'doc' : 'word'
  if (/^PK[\u0000-\u0007]/.test(start)) return isOpenDocument(bytes) ? 'odt' : 'word'
  return beginsAsFlatWord(start) ? 'flat-word' : 'text'
}

/** Word's “XML document” is one XML file with all parts in it (Flat OPC), in UTF-8 or UTF-16. */
function beginsAsFlatWord(start: string): boolean {
  const text = start.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\0', '')
  return /^\s*(?:<\?[^>]*\?>\s*)*<(?:[\w.-]+:)?package\b[^>]*\/office\/2006\/xmlPackage/.test(text)
}

/** An old Word file keeps its text in a stream of this name (MS-DOC 2.1.1); an encrypted .docx has the same container. */
function isOldWord(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    Buffer.from('WordDocument', 'utf16le'),
  )
}

/** OpenDocument puts its media type first, stored as it is (OpenDocument 1.2 part 3, 3.3). */
function isOpenDocument(bytes: Uint8Array): boolean {
  return strFromU8(bytes.subarray(30, 120), true).startsWith('mimetypeapplication/vnd.oasis.opendocument.')
}

const writings: Record<string, Writing> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
}

/**
 * How a text file is written: as its name says, and where the name says nothing, HTML only where it begins as a page
 * does. Marks of Markdown in a .txt are words: who means them as marks says so.
 */
export function writingOf(name: string, source: string): Writing {
  const known = writings[extname(name).toLowerCase()]
  if (known) return known
  return extname(name).toLowerCase() !== '.txt' && beginsAsHtml(source) ? 'html' : 'text'
}

function beginsAsHtml(source: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(
    source.slice(0, 4000),
  )
}
