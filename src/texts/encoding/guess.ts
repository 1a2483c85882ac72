import { analyse } from 'chardet'
import { unlikeAnyLanguage } from './alphabets.ts'
import { decodeAs, encodingOf } from './decoders.ts'

/** Encodings that agreements also come in, whatever a detector says of a short text. */
const ALWAYS = [
  'windows-1252',
  'windows-1250',
  'macintosh',
  'windows-1254',
  'iso-8859-2',
  'windows-1257',
  'windows-1251',
  'koi8-u',
  'ibm866',
  'windows-1253',
  'windows-1255',
  'ibm850',
]
const SEVERAL_BYTES = new Set(['shift_jis', 'euc-jp', 'gb18030', 'gbk', 'big5', 'euc-kr', 'iso-2022-jp'])

/** Signs at figures, where other alphabets have letters and raised marks: `£5`, `½ of`, `10²`, `× 5`. */
const OF_FIGURES =
  /(?<!\p{L})(?:£(?=\s?\d)|[½¼¾](?![\p{L}\d])|×(?=\s?\d)|(?<=\d\s?)[ºª](?!\p{L}))|(?<=\d|\bm)[²³¹](?!\p{L})/gu

/**
 * The encoding that bytes are likeliest in: the detector's opinion on the lines that are not plain, unless what it says
 * reads worse than another (a capital inside a word, a sign between letters).
 *
 * @returns undefined where they read as text in none
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const sample = telling(bytes)
  const opinions = analyse(sample)
    .map(({ name, confidence }) => ({ encoding: encodingOf(name) ?? '', confidence }))
    .filter(({ encoding }) => encoding !== '' && !encoding.startsWith('utf-'))
  const [best] = opinions
  if (best && SEVERAL_BYTES.has(best.encoding) && readsAsEastAsian(decodeAs(sample, best.encoding)))
    return best.encoding
  const latin = (decodeAs(sample, 'windows-1252') ?? '').replace(OF_FIGURES, '')
  // Quotes, dashes and the like alone: every encoding of the West has letters there.
  if (faults(latin) === 0 && /^[\u0000-\u007f‘’“”–—…•€™§©®°\u00a0·«»]*$/.test(latin)) return 'windows-1252'
  const candidates = [
    ...opinions.filter(({ encoding }) => !SEVERAL_BYTES.has(encoding)).slice(0, 6),
    ...ALWAYS.map((encoding) => ({ encoding, confidence: 0 })),
  ]
  const weighed = candidates.flatMap(({ encoding, confidence }, rank) => {
    const text = decodeAs(sample, encoding)
    if (text === undefined) return []
    return [
      {
        encoding,
        cost:
          (faults(text) * 100) / Math.max(1, unplain(sample)) +
          unlikeAnyLanguage(text) * 60 +
          Math.min(rank, 8) -
          confidence / 10,
      },
    ]
  })
  return weighed.sort((a, b) => a.cost - b.cost)[0]?.encoding
}

/** The lines that are not plain ASCII, which alone tell encodings apart. */
function telling(bytes: Uint8Array): Uint8Array {
  const lines: Uint8Array[] = []
  let length = 0
  let from = 0
  for (let at = 0; at <= bytes.length && length < 60_000; at += 1) {
    if (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) continue
    const line = bytes.subarray(from, at + 1)
    from = at + 1
    if (!line.some((byte) => byte >= 0x80)) continue
    lines.push(line)
    length += line.length
  }
  return Buffer.concat(lines)
}

function unplain(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0)
}

/** Words in two bytes a letter are letters nearly all; a single-byte text read so is full of rare signs. */
function readsAsEastAsian(text: string | undefined): boolean {
  if (text === undefined) return false
  const wide = text.match(/[^\u0000-\u007f]/g)?.length ?? 0
  const usual = text.match(/[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef“”‘’—…·]/g)?.length ?? 0
  // Half-width kana are what Western letters become.
  const halfWidth = text.match(/[\uff61-\uff9f]/g)?.length ?? 0
  return wide > 0 && usual - halfWidth >= wide * 0.9
}

const FAULTS: readonly [RegExp, number][] = [
  // Controls, and letters and signs that no prose has.
  [/[\u0080-\u009f\ufffd]/g, 3],
  [/[¤¦¬¨¸ˇ˘˙˝˛ƒˆ˜¯†‡‰\u00ad\uf8ff◊Ω∂∑∏π∫ªº¾¼½√∆≈≤≥≠∞ıﬁﬂ]/g, 1],
  // A sign or a raised digit inside a word.
  [/\p{L}[\p{S}\p{No}¡¿¶§«»‹›„“”‚…•¢£¥†‡]\p{L}/gu, 3],
  // A capital behind a small letter, and a word of two kinds of letters.
  [/\p{Ll}[\u0080-\uffff](?<=\p{Lu})/gu, 2],
  [
    /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/gu,
    2,
  ],
  [/[a-z]\p{Ll}?[\u2500-\u259f]|[\u2500-\u259f]/gu, 3],
  // A capital alone where a dash stands, quotes that open at an end and close at a beginning.
  [/(?<=\s)[\u0080-\u024f](?=\s)(?<=[^ÀÉÍÓÚàéíóúèòôâêîûœæåöäøøýáěčřžšł§±–—•·«»„“”…°µ×÷¶€£©®])/gu, 2],
  [/\p{L}[–—](?= )|(?<= )[–—](?=\p{L})|œ(?![uiaU])/gu, 2],
  [/[“‘](?=\s)|(?<=\s)[”]/gu, 1],
]

/** Letters of two languages that no text has together, and letters of one without its others. */
const LANGUAGES: readonly ((text: string) => number)[] = [
  (text) => (/[łżńęś]/.test(text) ? (text.match(/[šťľ]/g)?.length ?? 0) * 2 : 0),
  (text) => (/[áéíúæ]/.test(text) ? 0 : (text.match(/[ðþýÞÐÝ]/g)?.length ?? 0) * 2),
]

/** How much of a text reads as if it had been decoded wrongly. */
function faults(text: string): number {
  const signs = FAULTS.reduce(
    (sum, [pattern, weight]) => sum + (text.match(pattern)?.length ?? 0) * weight,
    0,
  )
  return LANGUAGES.reduce((sum, count) => sum + count(text), signs)
}
