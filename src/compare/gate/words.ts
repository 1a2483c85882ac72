import { readLabel, type SourceParagraph, type SourceSpot } from '../../agreement/index.ts'
import { withoutTypography } from '../word-diff.ts'

/** A word or sign of one side, as the gate compares it. */
export interface GateWord {
  /** As printed. */
  text: string
  /** Without typography: the same for `“` and `"`. Struck words, notes and numbers of pages have keys of their own. */
  key: string
  /** Place of its block among those of its side. */
  block: number
  /** Offset in the block's words, and after it. */
  start: number
  end: number
  /** Whether it belongs to the number, letter or bullet before a clause. */
  label?: 'number' | 'bullet'
  /** Whether it is a blank to fill in, or part of one: the blank's number on its side. */
  blank?: number
  /** A number of a page, which follows from the printing. */
  page?: true
  /** A word that a PDF divides at a line's end: as one word, and with the hyphen. */
  divided?: { joined: string; parts: [string, string] }
}

/** Words that are compared as one: a paragraph, a row of a table. */
export interface GateBlock {
  text: string
  words: GateWord[]
}

const IGNORED = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff'
const WORD = new RegExp(
  [
    '_{2,}',
    '[⁰¹²³⁴-⁹⁺⁻⁼⁽⁾]+',
    '[₀-₉₊₋₌₍₎]+',
    `[\\p{L}\\p{M}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}${IGNORED}]*(?:(?<=\\p{Nd})[.,:](?=\\p{Nd})[\\p{L}\\p{M}\\p{Nd}]+)*`,
    '…',
    '[^\\s]',
  ].join('|'),
  'gu',
)
const BULLET = /^[•◦▪‣·–—●○■□➢✓✔*+\-§\uf000-\uf0ff]$/u

/** Numbers the blanks of a side. */
export class Blanks {
  #last = 0
  next(): number {
    this.#last += 1
    return this.#last
  }
}

/** Where a cell or a row begins or ends, where both sides tell. */
export type Border = '<cell>' | '<row>'

/** Cuts paragraphs that stand together into words; borders of cells are words among them. */
export function gateBlock(
  paragraphs: readonly (SourceParagraph | Border)[],
  block: number,
  blanks: Blanks,
): GateBlock {
  let text = ''
  const words: GateWord[] = []
  for (const paragraph of paragraphs) {
    if (typeof paragraph === 'string') {
      words.push({ text: '[border of a cell]', key: paragraph, block, start: text.length, end: text.length })
      continue
    }
    if (text !== '') text += '\n'
    const label = paragraph.label ?? ''
    if (label !== '') {
      words.push(...cut(label, text.length, block).map((word) => labelled(word, label)))
      text += `${label} `
    }
    const own = ownLabel(paragraph, label)
    const cutWords = marked(cut(paragraph.text, 0, block), paragraph, blanks)
    for (const word of cutWords) {
      if (word.end <= own) labelled(word, paragraph.text.slice(0, own))
      words.push({ ...word, start: word.start + text.length, end: word.end + text.length })
    }
    text += paragraph.text
  }
  return { text, words }
}

/** How many signs of a paragraph's words are its number, where the source does not tell it apart. */
function ownLabel({ text }: SourceParagraph, label: string): number {
  if (label !== '') return 0
  const found = readLabel(text)
  if (found && !found.label.weak) return found.length
  return BULLET.test(text.charAt(0)) && /^.\s/u.test(text) ? 1 : 0
}

function labelled(word: GateWord, label: string): GateWord {
  const bullet = label.length <= 2 && (BULLET.test(label.charAt(0)) || label === 'o')
  word.label = bullet ? 'bullet' : 'number'
  if (bullet) word.key = '•'
  return word
}

function cut(text: string, from: number, block: number): GateWord[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    text: word,
    key: keyOf(word),
    block,
    start: from + index,
    end: from + index + word.length,
  })).flatMap((word) => (word.text === '…' ? dots(word) : [word]))
}

/** The sign for three dots is three dots. */
function dots(word: GateWord): GateWord[] {
  return [1, 2, 3].map(() => ({ ...word, key: '.' }))
}

function keyOf(word: string): string {
  return word.startsWith('__') ? '__' : withoutTypography(word).trim()
}

/** Words with what is known of them beside their letters. */
function marked(words: GateWord[], { text, spots = [] }: SourceParagraph, blanks: Blanks): GateWord[] {
  let result = words.filter(({ key }) => key !== '')
  for (const spot of spots) result = applied(result, spot, blanks)
  return brackets(result, text, blanks)
}

function applied(words: GateWord[], spot: SourceSpot, blanks: Blanks): GateWord[] {
  const { kind, start, end } = spot
  const within = ({ start: from, end: to }: GateWord) => from < end && to > start
  switch (kind) {
    case 'capitals':
      return words.map((word) =>
        within(word)
          ? {
              ...word,
              text: capitals(word, word.text, spot),
              key:
                word.start >= start && word.end <= end
                  ? word.key.toUpperCase()
                  : keyOf(capitals(word, word.text, spot)),
            }
          : word,
      )
    case 'struck':
      return words.map((word) => (within(word) ? { ...word, key: `struck ${word.key}` } : word))
    case 'placeholder': {
      const blank = blanks.next()
      return words.map((word) => (within(word) ? { ...word, blank } : word))
    }
    case 'note':
      return inserted(words, spot, { text: spot.number ?? '', key: keyOf(spot.number ?? '') })
    case 'page-number':
      return inserted(words, spot, { text: '', key: '<page>', page: true })
    case 'line-end':
      return divided(words, spot)
  }
}

function capitals({ start }: GateWord, word: string, spot: SourceSpot): string {
  const [from, to] = [Math.max(0, spot.start - start), Math.max(0, spot.end - start)]
  return word.slice(0, from) + word.slice(from, to).toUpperCase() + word.slice(to)
}

function inserted(
  words: GateWord[],
  { start }: SourceSpot,
  word: Pick<GateWord, 'text' | 'key' | 'page'>,
): GateWord[] {
  const at = words.findIndex((one) => one.end > start)
  const place = at < 0 ? words.length : at
  const block = words[0]?.block ?? 0
  const signs = /^\^\(?/.test(word.text)
    ? cut(word.text, start, block)
    : [{ ...word, block, start, end: start }]
  // A note may hang in the middle of what is cut as one word.
  const open = words[place]
  if (open && open.start < start && open.end > start) {
    const size = start - open.start
    return [
      ...words.slice(0, place),
      { ...open, text: open.text.slice(0, size), key: keyOf(open.text.slice(0, size)), end: start },
      ...signs,
      { ...open, text: open.text.slice(size), key: keyOf(open.text.slice(size)), start },
      ...words.slice(place + 1),
    ]
  }
  return [...words.slice(0, place), ...signs, ...words.slice(place)]
}

/** The two halves of a word that a line's end divides, as one. */
function divided(words: GateWord[], { start, end }: SourceSpot): GateWord[] {
  if (start === end) {
    return words.map((word) => {
      if (word.start >= start || word.end <= start) return word
      const parts: [string, string] = [
        word.text.slice(0, start - word.start),
        word.text.slice(start - word.start),
      ]
      return { ...word, divided: { joined: word.key, parts: [keyOf(parts[0]), keyOf(parts[1])] } }
    })
  }
  const hyphen = words.findIndex((word) => word.start === start)
  const [before, after] = [words[hyphen - 1], words[hyphen + 1]]
  // A soft hyphen is no sign of its own: the word went through it.
  if (!before || !after || before.end !== start || after.start !== end) return words
  const whole: GateWord = {
    ...before,
    text: `${before.text}-${after.text}`,
    key: before.key + after.key,
    end: after.end,
    divided: {
      joined: before.key + after.key,
      parts: [before.divided?.parts[0] ?? before.key, after.key],
    },
  }
  return [...words.slice(0, hyphen - 1), whole, ...words.slice(hyphen + 2)]
}

/** Marks the blanks that are written in signs: runs of `_`, and words in square brackets. */
function brackets(words: GateWord[], text: string, blanks: Blanks): GateWord[] {
  const result = [...words]
  const line = /_/.test(text)
  if (!line && !text.includes('[')) return result
  const open: number[] = []
  result.forEach((word, at) => {
    if (word.blank === undefined && word.key === '__') result[at] = { ...word, blank: blanks.next() }
    if (word.key === '[') open.push(at)
    if (word.key !== ']') return
    const from = open.pop()
    if (from === undefined || open.length > 0 || at === from + 1) return
    const blank = blanks.next()
    for (let one = from; one <= at; one += 1) result[one] = { ...result[one]!, blank }
  })
  return result
}
