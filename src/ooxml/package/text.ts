import { broken } from './refusal.ts'

/** The text of a part, and what is needed to write it again with the same bytes. */
export interface PartText {
  /** Without a byte order mark. */
  text: string
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'other'
  /** Whether a byte order mark stood before it. */
  marked: boolean
}

/**
 * Decodes a part: UTF-8 or UTF-16, as the standard asks for (ECMA-376 part 2, 8.2.5), or what its declaration names.
 *
 * @throws Problem where its bytes are not what they are said to be
 */
export function decodePart(bytes: Uint8Array): PartText {
  const { encoding, mark } = encodingOf(bytes)
  try {
    if (encoding !== 'utf-8' || mark > 0) return read(bytes.subarray(mark), encoding, mark > 0)
    const declared = declaredIn(bytes)
    if (declared === undefined || /^utf-?8$|^us-ascii$/i.test(declared)) return read(bytes, 'utf-8', false)
    const text = new TextDecoder(declared, { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, encoding: 'other', marked: false }
  } catch {
    throw broken()
  }
}

/**
 * Encodes a part's text as the part was encoded. What was not changed has the bytes that it had; only what stood in an
 * encoding that the standard does not know becomes UTF-8, and says so.
 */
export function encodePart({ text, encoding, marked }: PartText): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(marked ? `\uFEFF${text}` : text)
  if (encoding === 'other') {
    return new TextEncoder().encode(text.replace(/^(<\?xml[^>]*?encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2'))
  }
  const bytes = Buffer.from(marked ? `\uFEFF${text}` : text, 'utf16le')
  return new Uint8Array(encoding === 'utf-16be' ? bytes.swap16() : bytes)
}

function read(bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be', marked: boolean): PartText {
  return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding, marked }
}

function encodingOf(bytes: Uint8Array): { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; mark: number } {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 }
  if (a === 0x3c && b === 0) return { encoding: 'utf-16le', mark: 0 }
  if (a === 0 && b === 0x3c) return { encoding: 'utf-16be', mark: 0 }
  return { encoding: 'utf-8', mark: 0 }
}

/** The encoding that the XML declaration names. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1')
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1]
}
