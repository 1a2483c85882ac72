import { Problem } from '../problem.ts'

/**
 * Decodes a text: UTF-8, UTF-16 of either byte order (with or without its mark) or Windows-1252, which is what
 * agreements come in.
 *
 * @param bytes of the file
 * @param file its name, for messages
 * @throws Problem where the bytes are no text
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const other = otherKind(bytes)
  if (other) throw new Problem('binary', `is ${other}: save it as .docx or as text, and give that`, { file })
  const encoding = encodingOf(bytes)
  const text =
    encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding).decode(bytes)
  if (!looksLikeText(text)) {
    throw new Problem('binary', 'is not a text: give the agreement as text, Markdown or HTML', { file })
  }
  return text
}

const otherKinds: [string, string][] = [
  ['%PDF-', 'a PDF'],
  ['{\\rtf', 'rich text'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old or encrypted Word file'],
]

/** What an agreement also comes in, and is not read: without this a small PDF would be compared as it stands. */
function otherKind(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  return otherKinds.find(([signature]) => start.startsWith(signature))?.[1]
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = zeroBytes(bytes)
  if (zeros.odd > 0.3 && zeros.even < 0.05) return 'utf-16le'
  if (zeros.even > 0.3 && zeros.odd < 0.05) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** What Windows-1252 has where ISO 8859-1 has control characters, 0x80 to 0x9F. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20's TextDecoder takes Windows-1252 for ISO 8859-1, and agreements are full of curly quotes. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80]!)
}

/** Shares of zero bytes at even and odd places of the beginning: half of UTF-16 in a Latin script is zero. */
function zeroBytes(bytes: Uint8Array): { even: number; odd: number } {
  const head = bytes.subarray(0, 4096)
  const count = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) count[at % 2]! += 1
  const half = head.length / 2
  return { even: count[0]! / half, odd: count[1]! / half }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Windows-1252 decodes any bytes at all, so a picture or an archive is told by its control characters. */
function looksLikeText(text: string): boolean {
  if (text.includes('\0')) return false
  const head = text.slice(0, 65_536)
  const odd = head.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufffd]/g)?.length ?? 0
  return odd * 100 <= head.length
}
