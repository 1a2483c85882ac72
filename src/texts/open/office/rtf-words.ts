import { own } from '../../../own.ts'
import { decodeAs, encodingOf } from '../../encoding/decoders.ts'

/** Groups that hold no words of the text (Rich Text Format 1.9.1), beside those that a reader may skip (`\*`). */
const NO_WORDS = new Set(
  (
    'fonttbl colortbl stylesheet info pict object objdata themedata colorschememapping datastore xmlnstbl listtable ' +
    'listoverridetable revtbl rsidtbl generator bkmkstart bkmkend atnid atnauthor atndate atnref atntime fldinst sp ' +
    'pntext pntxta pntxtb listtext listname levelnumbers leveltext latentstyles userprops falt panose'
  ).split(' '),
)
/** Groups that a reader may skip and that hold words all the same. */
const WORDS = new Set(
  'shptxt annotation shpinst shprslt nesttableprops ud upr footnote mmath momath momathpara'.split(' '),
)
/** Groups whose words stand apart from those around them. */
const APART = new Set(
  'footnote annotation shptxt header headerl headerr headerf footer footerl footerr footerf'.split(' '),
)
const SIGNS: Record<string, string> = {
  emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•',
  emspace: ' ', enspace: ' ', tab: ' ', line: ' ', cell: '\n', nestcell: '\n', row: '\n', par: '\n', sect: '\n', page: '\n',
} // biome-ignore format: a table

/** Encodings of fonts that say which letters they have (`\fcharset`). */
const OF_CHARSET: Record<string, string> = {
  '77': 'macintosh', '128': 'shift_jis', '129': 'euc-kr', '134': 'gbk', '136': 'big5', '161': 'windows-1253',
  '162': 'windows-1254', '163': 'windows-1258', '177': 'windows-1255', '178': 'windows-1256', '186': 'windows-1257',
  '204': 'windows-1251', '238': 'windows-1250',
} // biome-ignore format: a table

interface Group {
  skipped: boolean
  deleted: boolean
  /** How many signs stand behind a Unicode sign for readers that do not know it. */
  fallback: number
  /** What its bytes are written in, where its font says so. */
  encoding?: string | undefined
  out: string[]
}

/**
 * The paragraphs of a rich text, as its markup has them: body, notes, remarks, boxes, heads and feet of pages. Deleted
 * text and hidden markup are no words.
 */
export function rtfParagraphs(bytes: Uint8Array): string[] {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const stories: string[][] = [[]]
  const groups: Group[] = []
  let group: Group = { skipped: false, deleted: false, fallback: 1, out: stories[0]! }
  let page = 'windows-1252'
  let skip = 0
  let starred = false
  let bytesSoFar: number[] = []
  const fonts = encodingsOfFonts(source)
  // A letter may be two bytes, each written by itself.
  const decodeBytes = () => {
    if (bytesSoFar.length > 0) say(decodeAs(Uint8Array.from(bytesSoFar), group.encoding ?? page) ?? '')
    bytesSoFar = []
  }
  const say = (text: string) => {
    if (!group.skipped && !group.deleted) group.out.push(text)
  }
  const token = /\\(?:'([\da-f]{2})|([a-z]+)(-?\d+)? ?|([^a-z]))|([{}])|([^\\{}\r\n]+)|[\r\n]+/gi
  for (const [, byte, word, number, sign, brace, plain] of source.matchAll(token)) {
    if (byte === undefined) decodeBytes()
    if (brace === '{') {
      groups.push(group)
      group = { ...group }
      skip = 0
    } else if (brace === '}') {
      group = groups.pop() ?? group
      skip = 0
    } else if (word !== undefined) {
      const value = Number(number ?? 1)
      if (starred ? !WORDS.has(word) : NO_WORDS.has(word)) group.skipped = true
      else if (APART.has(word)) {
        const story: string[] = []
        stories.push(story)
        group.out = story
        group.skipped = false
      } else if (word === 'f' || word === 'af') group.encoding = fonts.get(value)
      else if (word === 'ansicpg') page = encodingOf(`windows-${value}`) ?? page
      else if (word === 'uc') group.fallback = value
      else if (word === 'u') {
        say(String.fromCharCode(value < 0 ? value + 65_536 : value))
        skip = group.fallback
      } else if (word === 'deleted') group.deleted = value !== 0
      else if (word === 'plain') group.deleted = false
      else if (word === 'bin') group.skipped = true
      else if (own(SIGNS, word) !== undefined) say(own(SIGNS, word)!)
      starred = false
    } else if (sign === '*') starred = true
    else if (byte !== undefined) {
      starred = false
      if (skip > 0) skip -= 1
      else bytesSoFar.push(Number.parseInt(byte, 16))
    } else if (plain !== undefined || sign !== undefined) {
      starred = false
      const text = plain ?? (sign === '~' ? ' ' : sign === '_' ? '-' : /[\\{}]/.test(sign!) ? sign! : '')
      const from = Math.min(skip, text.length)
      skip -= from
      if (from < text.length) say(text.slice(from))
    }
  }
  decodeBytes()
  return stories.flatMap((story) => story.join('').split('\n'))
}

/** What the fonts of a file are written in, by their number; none of those that say nothing of it. */
function encodingsOfFonts(source: string): Map<number, string> {
  const table = source.slice(0, 200_000).matchAll(/\\f(\d{1,5})[^{}]{0,200}?\\fcharset(\d{1,3})/g)
  return new Map(
    [...table].flatMap(([, font, charset = '']) => {
      const encoding = own(OF_CHARSET, charset)
      return encoding === undefined ? [] : [[Number(font), encoding] as const]
    }),
  )
}
