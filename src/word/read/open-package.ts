import { strFromU8, unzipSync } from 'fflate'
import { Problem } from '../../problem.ts'

/** Longest file that is read (bytes). */
const LONGEST_FILE = 50_000_000

/** Most that its parts may hold together once unpacked (bytes). */
const LONGEST_CONTENT = 200_000_000

/** First bytes of the container that an encrypted .docx and an old .doc are. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Unpacks a .docx within limits: a part that holds more than its entry declares is cut there, so that neither the
 * declared nor the real sizes can fill the memory.
 *
 * @returns the parts by name
 * @throws Problem where it is too large, encrypted, no zip, broken, or not a Word document
 */
export function openPackage(bytes: Uint8Array): Record<string, Uint8Array> {
  if (bytes.length > LONGEST_FILE) {
    throw new Problem('word-size', 'is larger than 50 MB: save its text alone as .docx or .txt')
  }
  if (OLE.every((byte, at) => bytes[at] === byte)) {
    throw new Problem(
      'word-encrypted',
      'is encrypted or an old .doc: save it in Word as .docx without a password',
    )
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new Problem('word-format', 'is not a .docx file: save it in Word as .docx')
  }
  let content = 0
  const parts = unpack(bytes, (size) => {
    content += size
    if (content > LONGEST_CONTENT) {
      throw new Problem('word-size', 'unpacks to more than 200 MB: save its text alone as .docx or .txt')
    }
  })
  if (!parts['word/document.xml']) {
    throw new Problem('word-format', 'is a zip file but no Word document: save it in Word as .docx')
  }
  return parts
}

/** Whether a document has tracked changes (ECMA-376 part 1, 17.13.5). */
export function hasRevisions(parts: Record<string, Uint8Array>): boolean {
  return /<w:(?:ins|del|moveFrom|moveTo)[ >]/.test(strFromU8(parts['word/document.xml']!))
}

function unpack(bytes: Uint8Array, count: (size: number) => void): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        count(originalSize)
        return true
      },
    })
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem('word-broken', 'is broken: open it in Word, let Word repair it and save it again')
  }
}
