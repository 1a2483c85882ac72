import type { ParagraphProperties } from '../model/types.ts'
import type { XmlElement } from '../xml/types.ts'
import { child, numberVal, val, whole } from '../xml/walk.ts'
import type { Styles } from './styles.ts'

/** Which level of a list belongs to a style (`w:pStyle` in the level); what `numbering` knows. */
export type LevelOfStyle = (list: string, style: string) => number | undefined

/**
 * Puts together what a paragraph's own properties and its style's say: its list (17.9.18), its level as a heading
 * (17.3.1.20), its indentation.
 *
 * @param own `w:pPr`, or that of a tracked change
 */
export function paragraphProperties(
  own: XmlElement | undefined,
  styles: Styles,
  levelOfStyle: LevelOfStyle,
): ParagraphProperties {
  const style = val(own, 'w:pStyle')
  const chain = styles.chain('paragraph', style)
  const sources = [own, ...chain.map(({ paragraph }) => paragraph)]
  const outline = sources
    .map((source) => numberVal(source, 'w:outlineLvl'))
    .find((level) => level !== undefined)
  const indent = sources.map(indentOf).find((value) => value !== undefined)
  const list = listOf(own, chain, levelOfStyle)
  return {
    ...(chain[0] && { style: chain[0].id }),
    ...(list && { list }),
    // Level 9 is body text.
    ...(outline !== undefined && outline >= 0 && outline < 9 && { outline: outline + 1 }),
    ...(indent !== undefined && { indent }),
  }
}

function listOf(
  own: XmlElement | undefined,
  chain: ReturnType<Styles['chain']>,
  levelOfStyle: LevelOfStyle,
): { id: string; level: number } | undefined {
  const direct = child(own, 'w:numPr')
  const directId = val(direct, 'w:numId')
  const directLevel = numberVal(direct, 'w:ilvl')
  if (directId !== undefined)
    return directId === '0' ? undefined : { id: directId, level: level(directLevel) }
  let styleLevel: number | undefined
  for (const { id: style, paragraph } of chain) {
    const found = child(paragraph, 'w:numPr')
    const id = val(found, 'w:numId')
    styleLevel ??= numberVal(found, 'w:ilvl')
    if (id === undefined) continue
    if (id === '0') return undefined
    // Word looks the level up by the style's name in the list, and only then in the style.
    const named = directLevel ?? levelOfStyle(id, chain[0]!.id) ?? levelOfStyle(id, style)
    return { id, level: level(named ?? styleLevel) }
  }
  return undefined
}

function level(value: number | undefined): number {
  return Math.min(Math.max(value ?? 0, 0), 8)
}

function indentOf(source: XmlElement | undefined): number | undefined {
  const indent = child(source, 'w:ind')?.attributes
  const left = whole(indent?.['w:start'] ?? indent?.['w:left'])
  return left === undefined ? undefined : left
}
