import type { RunProperties } from '../model/types.ts'
import type { XmlElement } from '../xml/types.ts'
import { child, numberVal, onOff, val } from '../xml/walk.ts'
import type { Style, Styles } from './styles.ts'

/** What runs come to in a paragraph of one style. */
export type RunReader = (run: XmlElement | undefined) => RunProperties

/**
 * Puts together what a run's own properties, its style and its paragraph's style say. Properties that toggle (bold,
 * hidden, struck) are on where an odd number of style levels says so (ECMA-376 part 1, 17.7.3), unless the run itself
 * decides.
 *
 * @returns a reader for the runs of paragraphs of that style
 */
export function runReader(styles: Styles, paragraphStyle: string | undefined): RunReader {
  const around = styles.chain('paragraph', paragraphStyle)
  const plain = propertiesOf(undefined, [], around, styles)
  return (node) => {
    const own = child(node, 'w:rPr')
    if (!own || own.children.length === 0) return node ? { ...plain, node } : plain
    const style = val(own, 'w:rStyle')
    const character = style === undefined ? [] : styles.chain('character', style)
    return { ...propertiesOf(own, character, around, styles), ...(node && { node }) }
  }
}

function propertiesOf(
  own: XmlElement | undefined,
  character: readonly Style[],
  paragraph: readonly Style[],
  styles: Styles,
): RunProperties {
  const toggle = (name: string) => {
    const direct = onOff(own, name)
    if (direct !== undefined) return direct
    const levels = [character, paragraph].filter((chain) => firstOf(chain, (run) => onOff(run, name)))
    return levels.length === 1 || (levels.length === 0 && onOff(styles.defaults.run, name) === true)
  }
  const font =
    fontIn(own) ?? firstOf(character, fontIn) ?? firstOf(paragraph, fontIn) ?? fontIn(styles.defaults.run)
  const position = positionIn(own) ?? firstOf(character, positionIn)
  const color = colorIn(own) ?? firstOf(character, colorIn) ?? firstOf(paragraph, colorIn)
  const size = sizeIn(own) ?? firstOf(character, sizeIn) ?? firstOf(paragraph, sizeIn)
  const change = child(own, 'w:rPrChange')
  return {
    bold: toggle('w:b'),
    hidden: toggle('w:vanish'),
    struck: toggle('w:strike') || toggle('w:dstrike'),
    ...(font !== undefined && { font }),
    ...(color !== undefined && /^(?:F[C-F]){3}$/i.test(color) && { white: true }),
    ...(size !== undefined && size < SMALLEST && { tiny: true }),
    ...((toggle('w:caps') || toggle('w:smallCaps')) && { capitals: true as const }),
    ...((position === 'superscript' || position === 'subscript') && { position }),
    ...(change && { change: changeOf(change) }),
  }
}

/** Who changed looks, and when. */
export function changeOf(node: XmlElement) {
  const date = node.attributes['w:date']
  return { author: node.attributes['w:author'] ?? '', ...(date !== undefined && { date }), node }
}

function firstOf<T>(
  chain: readonly Style[],
  read: (run: XmlElement | undefined) => T | undefined,
): T | undefined {
  for (const { run } of chain) {
    const value = read(run)
    if (value !== undefined) return value
  }
  return undefined
}

function fontIn(run: XmlElement | undefined): string | undefined {
  const fonts = child(run, 'w:rFonts')?.attributes
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi']
}

function colorIn(run: XmlElement | undefined): string | undefined {
  return val(run, 'w:color')
}

/** Half-points under which nobody reads what is printed. */
const SMALLEST = 7

function sizeIn(run: XmlElement | undefined): number | undefined {
  return numberVal(run, 'w:sz')
}

function positionIn(run: XmlElement | undefined): string | undefined {
  const aligned = val(run, 'w:vertAlign')
  if (aligned !== undefined) return aligned
  const raised = numberVal(run, 'w:position') ?? 0
  // Half-points: less only sets a sign right.
  return Math.abs(raised) < 4 ? undefined : raised > 0 ? 'superscript' : 'subscript'
}
