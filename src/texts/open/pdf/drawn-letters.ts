import { createHash } from 'node:crypto'
import type { SourceMark } from '../../../agreement/index.ts'
import type { Operators } from './painted.ts'
import type { Fonts } from './types.ts'

/**
 * Letters whose shapes the file draws itself (Type 3, ISO 32000-1, 9.6.5): it says which letter each is, and may draw
 * another. The shapes of those that a page uses are marked, so that two files that draw the same letters otherwise are
 * told apart.
 *
 * @param fonts the library's fonts, by the name that the operators have
 * @param place what the page is called
 */
export function drawnLetters(
  { fnArray, argsArray }: Operators,
  names: ReadonlyMap<number, string>,
  fonts: Fonts,
  place: string,
): SourceMark[] {
  const shapes = new Map<string, string>()
  let font: Partial<Record<string, unknown>> = {}
  fnArray.forEach((code, at) => {
    const name = names.get(code)
    const [first] = Array.isArray(argsArray[at]) ? (argsArray[at] as unknown[]) : []
    if (name === 'setFont' && typeof first === 'string' && fonts.has(first))
      font = (fonts.get(first) ?? {}) as typeof font
    if (name !== 'showText' || font.isType3Font !== true || !Array.isArray(first)) return
    const drawn = (font.charProcOperatorList ?? {}) as Partial<Record<string, unknown>>
    for (const glyph of first as (Partial<Record<string, unknown>> | number | null)[]) {
      if (typeof glyph !== 'object' || glyph === null) continue
      const shape = drawn[String(glyph.operatorListId ?? glyph.fontChar)]
      shapes.set(String(glyph.unicode), JSON.stringify(shape) ?? '')
    }
  })
  if (shapes.size === 0) return []
  const letters = [...shapes].sort(([a], [b]) => (a < b ? -1 : 1))
  const at = createHash('sha256').update(JSON.stringify(letters)).digest('hex')
  return [{ kind: 'drawn-letters', within: '', at, place }]
}
