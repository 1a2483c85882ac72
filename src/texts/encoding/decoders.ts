import { own } from '../../own.ts'
/**
 * Decodes bytes; a byte order mark is no text.
 *
 * @param encoding a label of the WHATWG's Encoding Standard, or `utf-32le`, `utf-32be`, `ibm850`
 * @returns undefined where the bytes are not in it
 */
export function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  const name = encodingOf(encoding)
  if (name === undefined) return undefined
  if (name === 'windows-1252') return decodeWindows1252(bytes)
  if (name === 'ibm850') return decodeDos(bytes)
  if (name === 'utf-32le' || name === 'utf-32be') return decodeUtf32(bytes, name === 'utf-32le')
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Names that people write and the Encoding Standard does not know. */
const OTHER_NAMES: Record<string, string> = {
  'utf-32': 'utf-32le',
  utf32: 'utf-32le',
  'mac-roman': 'macintosh',
  macroman: 'macintosh',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  cp850: 'ibm850',
}

/** Encodings that are decoded here, since the Encoding Standard has none of them. */
const OUTSIDE_THE_STANDARD = new Set(['utf-32le', 'utf-32be', 'ibm850'])

/** The encoding of a name, as the standard calls it; undefined where it cannot be decoded. */
export function encodingOf(name: string): string | undefined {
  const written = name.trim().toLowerCase()
  const label = own(OTHER_NAMES, written) ?? written
  if (OUTSIDE_THE_STANDARD.has(label)) return label
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

/** What Windows-1252 has where ISO 8859-1 has control characters, 0x80 to 0x9F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20's TextDecoder takes Windows-1252 for ISO 8859-1, and agreements are full of curly quotes. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80]!)
}

/** What DOS had in the West of Europe (code page 850), 0x80 to 0xFF. */
const DOS =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

function decodeDos(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u00ff]/g, (sign) => DOS[sign.charCodeAt(0) - 0x80]!)
}

function decodeUtf32(bytes: Uint8Array, little: boolean): string | undefined {
  if (bytes.length % 4 !== 0) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 4) {
    const code = view.getUint32(at, little)
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
    if (at > 0 || code !== 0xfeff) parts.push(String.fromCodePoint(code))
  }
  return parts.join('')
}
