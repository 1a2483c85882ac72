import { flatElements } from '../xml/flat.ts'
import type { XmlElement } from '../xml/types.ts'
import { child, elementsOf, numberVal, onOff, val, whole } from '../xml/walk.ts'
import type { Level, List, Lists } from './types.ts'

/**
 * The lists of a file, with the levels that each overrides (17.9.8) and those of the style that it takes them from
 * (17.9.22).
 *
 * @param numbering root of the numbering part
 * @param styles root of the styles part, where a list's style names the list that has its levels
 */
export function readLists(numbering: XmlElement | undefined, styles: XmlElement | undefined): Lists {
  const abstracts = new Map(
    elementsOf(numbering, 'w:abstractNum').map((node) => [node.attributes['w:abstractNumId'] ?? '', node]),
  )
  const nums = elementsOf(numbering, 'w:num')
  const definitions = new Map<string, Definition>()
  const definition = (id: string) => {
    let found = definitions.get(id)
    if (!found) {
      found = definitionOf(id, abstracts, nums, styles)
      definitions.set(id, found)
    }
    return found
  }
  return new Map(
    nums.map((num) => [
      num.attributes['w:numId'] ?? '',
      listOf(num, definition(val(num, 'w:abstractNumId') ?? '')),
    ]),
  )
}

interface Definition {
  id: string
  levels: readonly Level[]
}

function definitionOf(
  id: string,
  abstracts: ReadonlyMap<string, XmlElement>,
  nums: readonly XmlElement[],
  styles: XmlElement | undefined,
): Definition {
  let at = id
  // A link to a style that links on is followed a few times, never round in a circle.
  for (let links = 0; links < 5; links += 1) {
    const link = val(abstracts.get(at), 'w:numStyleLink')
    if (link === undefined) break
    const byStyle = [...abstracts].find(([, node]) => val(node, 'w:styleLink') === link)?.[0]
    const next = byStyle ?? abstractOfStyle(link, nums, styles)
    if (next === undefined || next === at) break
    at = next
  }
  return { id: at, levels: levelsOf(abstracts.get(at)) }
}

function abstractOfStyle(
  link: string,
  nums: readonly XmlElement[],
  styles: XmlElement | undefined,
): string | undefined {
  const style = elementsOf(styles, 'w:style').find((node) => node.attributes['w:styleId'] === link)
  const id = val(child(child(style, 'w:pPr'), 'w:numPr'), 'w:numId')
  return val(
    nums.find((num) => num.attributes['w:numId'] === id),
    'w:abstractNumId',
  )
}

function levelsOf(abstract: XmlElement | undefined): Level[] {
  const levels = Array.from({ length: 9 }, (): Level => empty)
  for (const node of elementsOf(abstract, 'w:lvl')) {
    const at = whole(node.attributes['w:ilvl'])
    if (at !== undefined && at >= 0 && at < 9) levels[at] = levelOf(node)
  }
  return levels
}

const empty: Level = { start: 1, format: 'decimal', text: '', legal: false }

function levelOf(node: XmlElement): Level {
  // A custom format stands in alternate content, beside what older versions of Word print.
  const format = flatElements(node).find(({ name }) => name === 'w:numFmt')
  const custom = format?.attributes['w:format']
  const restart = numberVal(node, 'w:lvlRestart')
  const style = val(node, 'w:pStyle')
  const fonts = child(child(node, 'w:rPr'), 'w:rFonts')?.attributes
  const font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi']
  const indents = child(child(node, 'w:pPr'), 'w:ind')?.attributes
  const indent = whole(indents?.['w:start'] ?? indents?.['w:left'])
  const text = child(node, 'w:lvlText')
  return {
    start: numberVal(node, 'w:start') ?? 0,
    format: format?.attributes['w:val'] ?? 'decimal',
    ...(custom !== undefined && { custom }),
    text: isNull(text) ? '' : (text?.attributes['w:val'] ?? ''),
    ...(font !== undefined && { font }),
    ...(restart !== undefined && { restart }),
    legal: onOff(node, 'w:isLgl') ?? false,
    ...(style !== undefined && { style }),
    ...(indent !== undefined && { indent }),
    node,
  }
}

function isNull(text: XmlElement | undefined): boolean {
  return /^(?:1|true|on)$/i.test(text?.attributes['w:null'] ?? '')
}

function listOf(num: XmlElement, { id, levels }: Definition): List {
  const own = [...levels]
  const restarts = new Map<number, number>()
  for (const override of elementsOf(num, 'w:lvlOverride')) {
    const at = whole(override.attributes['w:ilvl'])
    if (at === undefined || at < 0 || at > 8) continue
    const level = child(override, 'w:lvl')
    if (level) own[at] = levelOf(level)
    const start = numberVal(override, 'w:startOverride')
    if (start !== undefined) restarts.set(at, start)
  }
  return { abstract: id, levels: own, restarts }
}

/** The level of a list that belongs to a style. */
export function levelOfStyle(lists: Lists, list: string, style: string): number | undefined {
  const at = lists.get(list)?.levels.findIndex((level) => level.style === style) ?? -1
  return at < 0 ? undefined : at
}
