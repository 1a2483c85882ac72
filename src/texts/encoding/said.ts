import { decodeAs, encodingOf } from './decoders.ts'

/** The encoding that bytes say themselves: by a byte order mark, by the zeros of UTF-16 and UTF-32, by being UTF-8, or by the page's own word. */
export function saidEncoding(bytes: Uint8Array, html: boolean): string | undefined {
  return markOf(bytes) ?? wideOf(bytes) ?? utf8Of(bytes) ?? (html ? charsetOf(bytes) : undefined)
}

function markOf(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0 && bytes.length % 4 === 0) return 'utf-32le'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return undefined
}

/**
 * No text in another encoding has a zero byte, and every one in UTF-16 has, in its spaces and line breaks: one of fifty
 * bytes at least, where it is not East Asian. A zero byte or two in a text are damage, and make it none.
 */
function wideOf(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 65_536)
  const zeros = [0, 0, 0, 0]
  for (let at = 0; at < head.length; at += 1) if (head[at] === 0) zeros[at % 4]! += 1
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros
  if (bytes.length % 2 !== 0) return undefined
  const all = first + second + third + fourth
  if (all * 50 < head.length) return eastAsianOf(bytes)
  const quarter = head.length / 4
  if (bytes.length % 4 === 0) {
    if (fourth >= quarter && third >= quarter * 0.9) return 'utf-32le'
    if (first >= quarter && second >= quarter * 0.9) return 'utf-32be'
  }
  const little = second + fourth
  const big = first + third
  return little > big * 2 ? 'utf-16le' : big > little * 2 ? 'utf-16be' : undefined
}

/** East Asian prose in UTF-16 may have hardly a zero byte, and then has the bytes of its full stop, which no other text has. */
function eastAsianOf(bytes: Uint8Array): string | undefined {
  if (!bytes.includes(0x01) && !bytes.includes(0x02)) return undefined
  return ['utf-16le', 'utf-16be'].find((encoding) => {
    const text = decodeAs(bytes, encoding) ?? ''
    const usual = text.match(/[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0
    return /[\u3001\u3002]/.test(text) && usual >= text.length * 0.95
  })
}

/** ISO 2022's Japanese is all of ASCII's bytes, with escapes between (RFC 1468). */
function utf8Of(bytes: Uint8Array): string | undefined {
  if (decodeAs(bytes, 'utf-8') === undefined) return undefined
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return head.includes('\u001b$B') || head.includes('\u001b$@') ? 'iso-2022-jp' : 'utf-8'
}

/** What a page says of itself (HTML, 13.2.3.2); a page that says it is UTF-8 and is not has said nothing. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const said =
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^<\?xml\b[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
  const encoding = said === undefined ? undefined : encodingOf(said)
  return encoding === undefined || encoding.startsWith('utf-') || decodeAs(bytes, encoding) === undefined
    ? undefined
    : encoding
}
