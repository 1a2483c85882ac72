/** How a marker counts. */
export type LabelStyle =
  | 'decimal'
  | 'lower'
  | 'upper'
  | 'double'
  | 'lower-roman'
  | 'upper-roman'
  | 'multi'
  | 'bullet'

/** A marker at the start of a clause. */
export interface Label {
  /** As printed, without markup: `1.`, `(a)`, `§ 3`, `•`. */
  printed: string
  /** The number alone: `1`, `a`, `1.2`, `2(a)(ii)`; empty for a bullet. */
  number: string
  /** The readings that the marker allows; `i.` may be a roman one or the ninth letter. */
  readings: { style: LabelStyle; value: number }[]
  /** What surrounds the number, so that `(a)` and `a.` are different lists. */
  dress: string
  /** Whether it is a bare number without dot or bracket (`1 Definitions`): one only where its neighbours count with it. */
  weak?: boolean
  /** Whether no space stands behind it (`A.Licence`, `-Use`), and as what it is typed: so it reads where it is none. */
  glued?: string
  /** Whether it is an entry of an ordered list of Markdown: a reader shows it counted from the list's first number. */
  counted?: boolean
}

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

/** How Latin countries count what was put between two articles: `2 bis`. */
const LATIN = '(?:bis|ter|quater|quinquies)'
const WORDS_FOLLOW = String.raw`(?=\s|$|[“"‘'*_(\[]|\p{Lu})`
const DECIMAL = new RegExp(
  String.raw`^(?:\*{2})?(\d{1,4}(?:\s?${LATIN}|[a-zA-Z]?)(?:(?:\.\d{1,3})+[A-Z]?)?)(?:\*{2})?(\\?[.)])(?:\*{2})?${WORDS_FOLLOW}`,
  'u',
)
const MULTI = /^(?:\*{2})?(\d{1,4}[A-Za-z]?(?:\.\d{1,3})+[A-Z]?)(?:\*{2})?:?(?=\s|$)/
const LETTERED = /^(?:\*{2})?([A-Z]\.\d{1,3}(?:\.\d{1,3})*)\.?(?:\*{2})?(?=\s|$)/
const LETTER = /^(?:\*{2})?([a-z]{1,2}|[A-Z]|[ivxlc]{1,7}|[IVXLC]{1,7})(?:\*{2})?(\\?[.)])(?:\*{2})?(?=\s|$)/
const BRACKETED =
  /^(?:\*{2})?\(([0-9]{1,3}|[a-z]{1,2}|[A-Z]{1,2}|[ivxlc]{1,7}|[IVXLC]{1,7})\)(?:\*{2})?[.:]?(?=\s|$|[“"*]|\p{Lu})/u
/** `2(a)(ii)`, `2.02(b)`, `(a)(i)`. */
const CHAIN =
  /^(?:\*{2})?((?:\d{1,3}(?:\.\d{1,3})*(?=\()|\([a-zA-Z0-9]{1,4}\)(?=\())(?:\([a-zA-Z0-9]{1,4}\)){1,6})[.:]?(?:\*{2})?(?=\s|$)/
/** `A- Grant of licence`, `2 – Definitions`. */
const DASHED = /^(?:\*{2})?([A-Z]|\d{1,2}|[IVX]{1,5})\s?[-–—](?=\s+(?:\*{2})?["“]?\p{Lu})/u
/** `A.Licence`, whose space is missing. */
const GLUED = /^([A-Z])\.(?=\p{Lu}\p{Ll})/u
const BARE = /^(\d{1,2})(?=(?:\s{1,8})(?:[“"‘'(]|\p{Lu}))/u

const NAMES = String.raw`sections?|sec\.|articles?|art\.|artikel|artículo|articolo|artigo|clause|cláusula|paragraph|§§?`
const NUMBER = String.raw`\d{1,3}(?:er\b|\s?${LATIN}\b|[a-z]?)(?:\.\d{1,3})*(?:\([a-zA-Z0-9]{1,4}\)){0,6}|[IVXLC]{1,7}(?=[\s.:)–—-]|$)|[A-Z](?=[\s.:)–—-]|$)`
const NAMED = new RegExp(
  String.raw`^(?:\*{2})?((?:${NAMES})\s*)(${NUMBER})(?:\*{2})?(?:([.:)]?)\s*(?:[–—]|-{1,2})(?=\s)|—(?=\p{Lu})|([.:)])(?=\s|$|\*)|(?=\s*(?:$|\*\*|[“"‘(\[]|\p{Lu})))(?:\*{2})?`,
  'iu',
)
/** `§` before a word is a bullet of Word's symbol font that lost its font. */
const BULLET =
  /^(--|[*+\-•◦▪‣·–—●○■□➢✓]|§(?=\s+(?!\d|[ivx]+\b)\p{L})|o(?=\s{2}|\t))(?=\s)|^([•▪■●-])(?=\p{Lu}\p{Ll}*\s(?!.*-$))/u

/**
 * The marker that a line starts with.
 *
 * @param line the line without its indentation, markup included
 * @returns the marker and how many characters it takes, or undefined where the line starts with words
 */
export function readLabel(line: string): { label: Label; length: number } | undefined {
  const found = findLabel(line)
  // `ba.` counts nothing: it is a word that ends a sentence.
  return found && found.label.readings.length > 0 ? found : undefined
}

/** A whole word at the start that no label begins with: most lines are done with here. */
const WORD = /^(?![IVXLC]+\s)[A-Za-z]{2,}(?=\s)/
const NAME = new RegExp(`^(?:${NAMES})$`, 'iu')

function findLabel(line: string): { label: Label; length: number } | undefined {
  const word = WORD.exec(line)
  if (word && !NAME.test(word[0])) return undefined
  const bullet = BULLET.exec(line)
  if (bullet) {
    const sign = bullet[1] ?? bullet[2]!
    const printed = sign === 'o' ? 'o' : '•'
    const label: Label = { printed, number: '', readings: [{ style: 'bullet', value: 0 }], dress: '' }
    if (bullet[2]) label.glued = sign
    return { label, length: sign.length }
  }
  const named = NAMED.exec(line)
  // The letter case of the words behind is told apart here, since the names are read in any.
  const behind = named ? line.slice(named[0].length) : ''
  if (
    named &&
    (!/^\s+\p{Ll}/u.test(behind) || (/[.:)]/.test(named[0]) && !/^\s+(?:of|and|or|to)\b/.test(behind)))
  ) {
    const printed = unmarked(named[0]).replace(/\s*[–—-]+$/, '')
    const label = labelOf(named[2]!, named[1]!.trim().toLowerCase(), printed)
    // `Section B` is one where a `Section A` or a `Section C` is: in running text `clause a` begins a line too.
    const lettered = /^[a-hj-uwyz]$/i.test(named[2]!)
    if (!lettered || /[A-Z]/.test(named[2]!))
      return { label: lettered ? { ...label, weak: true } : label, length: named[0].length }
  }
  const chain = CHAIN.exec(line)
  if (chain)
    return { label: labelOf(unbracketed(chain[1]!), '()', unmarked(chain[0])), length: chain[0].length }
  const found = DECIMAL.exec(line) ?? LETTER.exec(line)
  if (found)
    return {
      label: labelOf(found[1]!, found[2]!.replace('\\', ''), unmarked(found[0])),
      length: found[0].length,
    }
  const multi = MULTI.exec(line) ?? LETTERED.exec(line)
  if (multi) return { label: labelOf(multi[1]!, '.', unmarked(multi[0])), length: multi[0].length }
  const bracketed = BRACKETED.exec(line)
  if (bracketed)
    return { label: labelOf(bracketed[1]!, '()', unmarked(bracketed[0])), length: bracketed[0].length }
  const dashed = DASHED.exec(line)
  if (dashed)
    return {
      label: { ...labelOf(dashed[1]!, '-', unmarked(dashed[0]).replace(/\s*(?=.$)/u, ' ')), weak: true },
      length: dashed[0].length,
    }
  const glued = GLUED.exec(line)
  if (glued) {
    const label = labelOf(glued[1]!, '.', glued[0])
    return { label: { ...label, weak: true, glued: glued[0] }, length: glued[0].length }
  }
  const bare = BARE.exec(line)
  if (bare) return { label: { ...labelOf(bare[1]!, '', bare[1]!), weak: true }, length: bare[1]!.length }
  return undefined
}

/** `(a)(i)` counts as `a(i)`: its first number is no more in brackets than `2` of `2(a)` is. */
function unbracketed(chain: string): string {
  return chain.startsWith('(') ? chain.replace(/^\(([^)]*)\)/, '$1') : chain
}

function unmarked(printed: string): string {
  return printed.replace(/\*{2}|\\(?=[.)])/g, '').trim()
}

function labelOf(number: string, dress: string, printed: string): Label {
  return { printed, number, readings: readingsOf(number), dress }
}

/** What a number may count, the likelier reading first. */
export function readingsOf(number: string): Label['readings'] {
  if (/^\d+$/.test(number)) return [{ style: 'decimal', value: Number(number) }]
  const last = lastPartOf(number)
  if (last !== number) {
    const [reading] = readingsOf(last).sort(
      (one, other) => Number(other.style.length < 6) - Number(one.style.length < 6),
    )
    return reading ? [{ style: 'multi', value: last === 'i' ? 1 : reading.value }] : []
  }
  const latin = /^(\d+)\s?(er|bis|ter|quater|quinquies)$/i.exec(number)
  if (latin) {
    const place = ['er', '', 'bis', 'ter', 'quater', 'quinquies'].indexOf(latin[2]!.toLowerCase())
    return [{ style: 'decimal', value: Number(latin[1]) + place / 100 }]
  }
  const inserted = /^(\d+)([a-z])$/i.exec(number)
  // `2a` was put between 2 and 3.
  if (inserted)
    return [{ style: 'decimal', value: Number(inserted[1]) + letterValue(inserted[2]!.toLowerCase()) / 100 }]
  const lower = number === number.toLowerCase()
  const roman = romanValue(number.toLowerCase())
  const letter = letterValue(number.toLowerCase())
  const readings: Label['readings'] = []
  if (roman) readings.push({ style: lower ? 'lower-roman' : 'upper-roman', value: roman })
  if (letter) readings.push({ style: lower ? 'lower' : 'upper', value: letter })
  // `aa)` comes behind `z)`, or begins the list under `a)`.
  if (lower && letter > 26) readings.push({ style: 'double', value: letter - 26 })
  // A single letter other than i, v, x is a letter first: `c.` after `b.` is no hundred.
  return /^[clCL]$/.test(number) ? readings.reverse() : readings
}

/** The last part of a number with several: `2` of `1.2`, `ii` of `2(a)(ii)`; the number itself where it has one. */
export function lastPartOf(number: string): string {
  const chained = /\(([^()]*)\)$/.exec(number)
  if (chained) return chained[1]!
  return /^(?:\d+[A-Za-z]?|[A-Z])(?:\.\d+)+[A-Z]?$/.test(number)
    ? number.slice(number.lastIndexOf('.') + 1)
    : number
}

/** What stands before the last part: `1` of `1.2`, `2(a)` of `2(a)(ii)`; empty where there is one part. */
export function prefixOf(number: string): string {
  const last = lastPartOf(number)
  if (last === number) return ''
  return number.endsWith(')') ? number.slice(0, -last.length - 2) : number.slice(0, -last.length - 1)
}

function romanValue(number: string): number {
  if (!/^(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$|^c$/.test(number)) return 0
  let total = 0
  for (let at = 0; at < number.length; at += 1) {
    const value = ROMAN[number[at]!]!
    total += value < (ROMAN[number[at + 1] ?? ''] ?? 0) ? -value : value
  }
  return total
}

/** a = 1 … z = 26, aa = 27, bb = 28. */
function letterValue(number: string): number {
  if (!/^([a-z])\1?$/.test(number)) return 0
  return number.charCodeAt(0) - 96 + (number.length - 1) * 26
}

const LAST_NUMBER = /(?:^|[^\p{L}\p{N}])(\d{1,5}(?:\.\d{1,5})*|[a-z]{1,7}|[A-Z]{1,7})[.):\]]*$/u

/**
 * A label that the source prints by itself, whatever it looks like: what cannot be read as a number is kept as it is
 * and counts as a bullet.
 *
 * @example
 * ```ts
 * printedLabel('Step 3:').number // '3'
 * ```
 */
export function printedLabel(printed: string): Label {
  const words = printed.replace(/\s+/g, ' ').trim()
  const read = readLabel(words)
  if (read && read.length === words.length) return read.label
  const number = LAST_NUMBER.exec(words)?.[1]
  const readings = number === undefined || words === 'o' ? [] : readingsOf(number)
  if (number !== undefined && readings.length > 0)
    return { printed: words, number, readings, dress: words.replace(number, '').toLowerCase() || '.' }
  const sign = /[\p{L}\p{N}]/u.test(words) && words !== 'o' ? words : '•'
  return { printed: sign, number: '', readings: [{ style: 'bullet', value: 0 }], dress: '' }
}
