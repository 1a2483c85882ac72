import { symbolFonts } from './fonts.ts'

/**
 * Characters set in a font of signs as the signs that they print. Such fonts sit at U+F020 to U+F0FF (ECMA-376 part 1,
 * 17.3.3.30); what is not known prints its font and code, so that two unknown signs still differ.
 *
 * @example symbolText('\uF0FE', 'Wingdings') // '☑'
 */
export function symbolText(text: string, font: string | undefined): string {
  let printed = ''
  for (const sign of text) printed += signOf(sign.codePointAt(0)!, font, sign)
  return printed
}

/**
 * Words as they stand, but for those of their characters that only a font of signs can print.
 *
 * @param text of a run
 */
export function symbolWords(text: string, font: string | undefined): string {
  return /[\uF020-\uF0FF]/.test(text)
    ? text.replace(/[\uF020-\uF0FF]+/g, (signs) => symbolText(signs, font))
    : text
}

/**
 * What a symbol prints (`w:sym`).
 *
 * @param code in hexadecimal, as written
 */
export function symbolOf(font: string | undefined, code: string | undefined): string {
  const value = Number.parseInt(code ?? '', 16)
  if (Number.isNaN(value) || value <= 0 || value > 0xffff) return `[${font ?? 'symbol'}]`
  return signOf(value, font, String.fromCharCode(value))
}

function signOf(code: number, font: string | undefined, sign: string): string {
  const signs = symbolFonts.get((font ?? '').trim().toLowerCase())
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (signs) return signs.get(low) ?? (low < 0x100 ? unknown(font!, low) : sign)
  // A character of a font's own, which nothing else can print.
  if (code >= 0xe000 && code <= 0xf8ff) return unknown(font ?? 'symbol', code)
  return sign
}

function unknown(font: string, code: number): string {
  return `[${font} ${code.toString(16).toUpperCase()}]`
}
