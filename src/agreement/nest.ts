import type { Block } from './blocks.ts'
import { definedTerms } from './definition.ts'
import { looksLikeHeading } from './heading.ts'
import type { LabelStyle } from './label.ts'
import { tableOf } from './table.ts'

/** A block with the blocks under it, before clauses get their names. */
export interface Branch {
  block: Block
  /** Further blocks whose words continue the clause's own (`3. ATTRIBUTION`, blank line, `Together with …`). */
  more: Block[]
  role: 'title' | 'heading' | 'definition' | 'labelled' | 'paragraph' | 'table' | 'row' | 'cell'
  style?: LabelStyle
  value: number
  children: Branch[]
}

interface OpenList {
  /** Level and list as the source tells them. */
  level?: number
  list?: string
  style: LabelStyle
  dress: string
  /** Everything before the last part of a number such as `1.2`. */
  prefix: string
  indent: number
  last: number
  owner: Branch
  current: Branch
  /** Whether something stands behind its entries already: it can go on, but nothing goes into its last entry any more. */
  passed?: boolean
}

const DEEPEST = 48
/** A line that gives a date is a recital, however its words are set. */
const DATED =
  /\bdated?\b.*\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/i
const ATTACHED =
  /\b(?:policy|agreement|licen[cs]e|schedule|annex|exhibit|appendix|addendum|terms|guidelines)(?:\s+(?:\d+|[A-Z]))?$/i

/**
 * Builds the tree. Markers say by their style and value, and where those allow two readings by their indentation,
 * which list a clause continues; what has no marker is told by its look and its place.
 */
export function nest(blocks: Block[]): Branch {
  const root: Branch = {
    block: {
      indent: 0,
      text: '',
      headed: false,
      start: { line: 1, column: 1 },
      end: { line: 1, column: 1 },
      single: true,
    },
    more: [],
    role: 'paragraph',
    value: 0,
    children: [],
  }
  const comesLater = markersToCome(blocks)
  let lists: OpenList[] = []
  let lead: Branch | undefined
  let numbered = false

  blocks.forEach((block, index) => {
    if (block.label) {
      const { list, depth } = place(block, lists, lead ?? root, root)
      lists = lists.slice(0, depth)
      lists.push(list)
      list.owner.children.push(list.current)
      lead = undefined
      numbered = true
      return
    }
    if (block.rows) {
      const before = blocks[index - 1]
      const host = before?.label
        ? lists.at(-1)?.current
        : hostOf(block, lists, (key) => comesLater(index, key))
      ;(host ?? root).children.push(tableOf(block, block.rows))
      lists = host ? passing(lists, host) : []
      return
    }
    const role = roleOf(block, blocks[index + 1], root.children.length === 0)
    const branch: Branch = { block, more: [], role, value: 0, children: [] }
    if (role === 'title' || role === 'heading') {
      const above = role === 'heading' ? headedAbove(block, lists) : -1
      if (above >= 0) {
        lists[above]!.current.children.push(branch)
        lists = lists.slice(0, above + 1)
        lead = undefined
        return
      }
      lists = []
      lead = undefined
      if (role === 'title') numbered = false
      root.children.push(branch)
      return
    }
    const host =
      role === 'definition' && lists.length === 0
        ? undefined
        : hostOf(block, lists, (key) => comesLater(index, key))
    if (!host) {
      lists = []
      root.children.push(branch)
      lead = numbered && role === 'paragraph' && block.text.endsWith(':') ? branch : undefined
    } else if (host.children.length === 0 && headingAlone(host)) {
      host.more.push(block)
    } else {
      host.children.push(branch)
      lists = passing(lists, host)
    }
  })
  return root
}

/**
 * What stays open once something stands in a clause behind its list: the list itself may go on, in the order of the
 * source; its entries and what stands in them may not.
 */
function passing(lists: OpenList[], host: Branch): OpenList[] {
  const at = lists.findIndex(({ current }) => current === host)
  return lists.slice(0, at + 2).map((list, place) => (place > at ? { ...list, passed: true } : list))
}

/** The innermost open section whose heading, as the source says, stands above a heading without number; or -1. */
function headedAbove({ outline }: Block, lists: OpenList[]): number {
  if (outline === undefined) return -1
  return lists.findLastIndex(({ current }) => {
    const own = current.block.outline
    return own !== undefined && own < outline
  })
}

/**
 * Tells whether a marker comes after a block, before the title of the next agreement in the file: what could go on
 * with an open list. Only the last place of each marker is kept, so that a long text takes no more than its length.
 */
function markersToCome(blocks: Block[]): (from: number, key: string) => boolean {
  const lastPlace = new Map<string, number>()
  const parts: number[] = []
  let part = 0
  blocks.forEach((block, index) => {
    if (isTitle(block)) part += 1
    parts[index] = part
    for (const { style, value } of block.label?.readings ?? [])
      lastPlace.set(`${part} ${style}${block.label!.dress}${value}`, index)
  })
  return (from, key) => (lastPlace.get(`${parts[from]} ${key}`) ?? -1) > from
}

function roleOf(block: Block, next: Block | undefined, first: boolean): Branch['role'] {
  if (definedTerms(block.text).length > 0) return 'definition'
  if (isTitle(block) || (first && block.text.length <= 120 && (block.headed || looksLikeHeading(block.text))))
    return 'title'
  if (block.headed) return 'heading'
  const heading =
    block.single && next !== undefined && looksLikeHeading(block.text) && !DATED.test(block.text)
  return heading ? 'heading' : 'paragraph'
}

/** A line that names an agreement or a policy of its own, wherever it stands. */
function isTitle(block: Block): boolean {
  return !block.label && block.single && ATTACHED.test(block.text) && looksLikeHeading(block.text)
}

function headingAlone({ block, more }: Branch): boolean {
  return (
    more.length === 0 &&
    block.text !== '' &&
    (block.headed || looksLikeHeading(block.text.replace(/[.:]$/, '')))
  )
}

/** The clause that a paragraph without marker belongs to, if it belongs to one. */
function hostOf(block: Block, lists: OpenList[], comesLater: (key: string) => boolean): Branch | undefined {
  const innermost = lists.at(-1)
  if (!innermost) return undefined
  if (innermost.passed) return hostOf(block, lists.slice(0, -1), comesLater)
  if (innermost.current.children.length === 0 && headingAlone(innermost.current)) return innermost.current
  for (let at = lists.length - 1; at >= 0; at -= 1) {
    if (block.indent > lists[at]!.indent + 1) return lists[at]!.current
  }
  // At the margin: inside the outermost section that goes on after it, and nowhere where nothing goes on.
  const outer = lists[0]!
  return comesLater(`${outer.style}${outer.dress}${outer.last + 1}`) ? outer.current : undefined
}

function place(
  block: Block,
  lists: OpenList[],
  fallback: Branch,
  root: Branch,
): { list: OpenList; depth: number } {
  const label = block.label!
  const prefix = label.number.slice(0, Math.max(0, label.number.lastIndexOf('.')))
  const parts = prefix === '' ? 0 : prefix.split('.').length
  const sameLevel = (list: OpenList, indent: number) => Math.abs(list.indent - indent) <= 1

  const found = told() ?? findList()
  const reading = found?.reading ?? label.readings.find(({ value }) => value === 1) ?? label.readings[0]!
  const branch: Branch = {
    block,
    more: [],
    role: 'labelled',
    style: reading.style,
    value: reading.value,
    children: [],
  }
  if (found) {
    const list = lists[found.at]!
    const { passed: _, ...open } = list
    return {
      list: {
        ...open,
        last: reading.value,
        prefix,
        current: branch,
        indent: found.at === 0 ? list.indent : block.indent,
        ...(block.level !== undefined && { level: block.level }),
        ...(block.list !== undefined && { list: block.list }),
      },
      depth: found.at,
    }
  }
  const above = aboveAsTold()
  if (above >= 0) lists = lists.slice(0, above + 1)
  lists = lists.filter(({ passed }) => !passed)
  const parent = lists.length >= DEEPEST ? lists[DEEPEST - 1]!.owner : (lists.at(-1)?.current ?? fallback)
  const owner = lists.length === 0 ? fallback : parent
  const depth = Math.min(lists.length, DEEPEST)
  return {
    list: {
      style: reading.style,
      dress: label.dress,
      prefix,
      ...(block.level !== undefined && { level: block.level }),
      ...(block.list !== undefined && { list: block.list }),
      indent: block.indent,
      last: reading.value,
      owner: owner ?? root,
      current: branch,
    },
    depth,
  }

  /** The open list that the source itself says the marker goes on with. */
  function told(): { at: number; reading: { style: LabelStyle; value: number } } | undefined {
    const { level, list } = block
    if (level === undefined) return undefined
    const at = lists.findLastIndex(
      (open) =>
        open.level === level &&
        open.list === list &&
        (list !== undefined || label.readings.some(({ style }) => matchesStyle(open, style))),
    )
    if (at < 0) return undefined
    const { style, last } = lists[at]!
    const reading =
      label.readings.find((one) => one.style === style && one.value === last + 1) ??
      label.readings.find((one) => one.style === style) ??
      label.readings[0]!
    return { at, reading }
  }

  /** The innermost open list above a marker's level in the same list of the source; or -1. */
  function aboveAsTold(): number {
    const { level, list } = block
    if (level === undefined || list === undefined) return -1
    return lists.findLastIndex((open) => open.list === list && open.level !== undefined && open.level < level)
  }

  function matchesStyle(list: OpenList, style: LabelStyle): boolean {
    return list.style === style && (list.dress === label.dress || style === 'multi')
  }

  function findList(): { at: number; reading: { style: LabelStyle; value: number } } | undefined {
    const readings = label.readings
    if (aboveAsTold() >= 0) return undefined
    const matches = (list: OpenList, style: LabelStyle) =>
      list.style === style &&
      (list.dress === label.dress || style === 'multi') &&
      (style !== 'multi' || list.prefix.split('.').length === parts)
    const top = lists.length - 1
    let successor: { at: number; reading: { style: LabelStyle; value: number } } | undefined
    for (let at = top; at >= 0; at -= 1) {
      const list = lists[at]!
      for (const reading of readings) {
        if (!matches(list, reading.style) || reading.style === 'bullet') continue
        if (reading.style === 'multi' && list.prefix !== prefix) continue
        if (reading.value !== list.last + 1) continue
        if (sameLevel(list, block.indent)) return { at, reading }
        successor ??= { at, reading }
      }
    }
    // Set deeper than every open list, it begins one inside the innermost, even where an outer one could go on
    // with it (`2.`, then an indented `3.` that goes on with the list under `1.`).
    if (successor && !(block.indent > lists[top]!.indent + 1)) return successor
    // `i.` after `b.` begins a list of its own: only a marker that cannot be a first one goes on with a gap.
    const begins = readings.some(({ value, style }) => value === 1 && style !== 'bullet')
    for (let at = top; at >= 0; at -= 1) {
      const list = lists[at]!
      if (!sameLevel(list, block.indent)) continue
      const reading = readings.find(
        ({ style, value }) =>
          matches(list, style) &&
          (style === 'bullet' ||
            (begins ? value === 1 && (style !== 'multi' || list.prefix === prefix) : true)),
      )
      if (reading) return { at, reading }
    }
    if (top >= 0 && block.indent > lists[top]!.indent + 1) return undefined
    if (readings[0]!.style === 'bullet') {
      for (let at = top; at >= 0; at -= 1)
        if (
          lists[at]!.style === 'bullet' &&
          lists[at]!.indent >= block.indent &&
          (at === 0 || lists[at - 1]!.indent < block.indent)
        )
          return { at, reading: readings[0]! }
      return undefined
    }
    if (begins && readings[0]!.style !== 'multi') return undefined
    for (let at = top; at >= 0; at -= 1) {
      const reading = readings.find(
        ({ style, value }) => matches(lists[at]!, style) && (value > lists[at]!.last || style === 'multi'),
      )
      if (reading) return { at, reading }
    }
    return undefined
  }
}
