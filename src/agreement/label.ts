/** How a marker counts. */
export type LabelStyle = 'decimal' | 'lower' | 'upper' | 'lower-roman' | 'upper-roman' | 'multi' | 'bullet'

/** A marker at the start of a clause. */
export interface Label {
  /** As printed, without markup: `1.`, `(a)`, `§ 3`, `•`. */
  printed: string
  /** The number alone: `1`, `a`, `1.2`; empty for a bullet. */
  number: string
  /** The readings that the marker allows; `i.` may be a roman one or the ninth letter. */
  readings: { style: LabelStyle; value: number }[]
  /** What surrounds the number, so that `(a)` and `a.` are different lists. */
  dress: string
}

const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }

const DECIMAL = /^(?:\*{2})?(\d{1,4}(?:\.\d{1,3})*)(?:\*{2})?(\\?[.)])(?:\*{2})?(?=\s|$|[“"*_A-Z])/
const MULTI = /^(?:\*{2})?(\d{1,3}(?:\.\d{1,3})+)(?:\*{2})?(?=\s|$)/
const LETTER = /^(?:\*{2})?([a-z]{1,2}|[A-Z]|[ivxlc]{1,7}|[IVXLC]{1,7})(?:\*{2})?(\\?[.)])(?:\*{2})?(?=\s|$)/
const BRACKETED =
  /^(?:\*{2})?\(([0-9]{1,3}|[a-z]{1,2}|[A-Z]{1,2}|[ivxlc]{1,7}|[IVXLC]{1,7})\)(?:\*{2})?(?=\s|$|[“"*A-Z])/
const NAMED =
  /^(?:\*{2})?((?:section|article|clause|§)\s*)(\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7})(?:\*{2})?([.:)]|(?=\s*$)|(?=\s*[–—-]\s))(?:\*{2})?(?=\s|$)/i
const BULLET = /^([*+\-•◦▪‣·–●○■])(?=\s)/

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

function findLabel(line: string): { label: Label; length: number } | undefined {
  const bullet = BULLET.exec(line)
  if (bullet)
    return {
      label: { printed: '•', number: '', readings: [{ style: 'bullet', value: 0 }], dress: '' },
      length: 1,
    }
  const named = NAMED.exec(line)
  if (named)
    return {
      label: labelOf(named[2]!, `${named[1]!.trim().toLowerCase()}`, unmarked(named[0])),
      length: named[0].length,
    }
  const found = DECIMAL.exec(line) ?? LETTER.exec(line)
  if (found)
    return {
      label: labelOf(found[1]!, found[2]!.replace('\\', ''), unmarked(found[0])),
      length: found[0].length,
    }
  const multi = MULTI.exec(line)
  if (multi) return { label: labelOf(multi[1]!, '.', unmarked(multi[0])), length: multi[0].length }
  const bracketed = BRACKETED.exec(line)
  if (bracketed)
    return { label: labelOf(bracketed[1]!, '()', unmarked(bracketed[0])), length: bracketed[0].length }
  return undefined
}

function unmarked(printed: string): string {
  return printed.replace(/\*{2}|\\(?=[.)])/g, '')
}

function labelOf(number: string, dress: string, printed: string): Label {
  return { printed, number, readings: readingsOf(number), dress }
}

/** What a number may count, the likelier reading first. */
export function readingsOf(number: string): Label['readings'] {
  if (/^\d+$/.test(number)) return [{ style: 'decimal', value: Number(number) }]
  if (/^[\d.]+$/.test(number))
    return [{ style: 'multi', value: Number(number.slice(number.lastIndexOf('.') + 1)) }]
  const lower = number === number.toLowerCase()
  const roman = romanValue(number.toLowerCase())
  const letter = letterValue(number.toLowerCase())
  const readings: Label['readings'] = []
  if (roman) readings.push({ style: lower ? 'lower-roman' : 'upper-roman', value: roman })
  if (letter) readings.push({ style: lower ? 'lower' : 'upper', value: letter })
  // A single letter other than i, v, x is a letter first: `c.` after `b.` is no hundred.
  return /^[clCL]$/.test(number) ? readings.reverse() : readings
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
