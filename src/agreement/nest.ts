import { type Block, isRow } from './blocks.ts'
import type { Branch } from './branch.ts'
import { beginsSigning, isFoot, provisionsBehind } from './closing.ts'
import { definedTerms } from './definition.ts'
import {
  announcesRecitals,
  beginsAgreement,
  headsNothing,
  headsPart,
  isAddress,
  isCapitalHeading,
  isSentenceHeading,
  isSentenceTitle,
  looksLikeHeading,
  namesAttached,
  opensTerms,
  runInHeading,
} from './heading.ts'
import { type Label, type LabelStyle, prefixOf } from './label.ts'
import { tableOf } from './table.ts'

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

/** Which open list a marker goes on with, or where a list of its own begins. */
interface Found {
  at: number
  reading: { style: LabelStyle; value: number }
  fresh?: boolean
}

const DEEPEST = 48
/** A line that gives a date is a recital, however its words are set. */
const DATED =
  /\bdated?\b.*\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/i
/** What the name of an agreement of its own ends with; a heading may end with “Terms” or “License” too. */
const AGREEMENT_NAME = /\b(?:policy|agreement|addendum|eula)$/i
const NO_NAME =
  /^(?:(?:the|this)\s+)?(?:entire|whole|complete|full|integrated|agreement|no|our|your)\b|\b(?:of|to|by|in)\s+(?:the\s+|this\s+)?(?:policy|agreement)$/i

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
  const titles = titlesOf(blocks)
  const comesLater = markersToCome(blocks, titles)
  const labels = labelsToCome(blocks)
  const stacked = stackedLines(blocks)
  const behind = provisionsBehind(blocks, ({ label }) => label !== undefined)
  const nextLabel = (index: number) => labels[index]
  let lists: OpenList[] = []
  /** The outermost list that a heading cut: it may go on behind it. */
  let cut: OpenList | undefined
  let defined: { owner: Branch | undefined; indent: number } | undefined
  let lead: Branch | undefined
  /** The clause that the paragraph right above went into. */
  let hosted: Branch | undefined
  let closing = false
  let numbered = false
  /** Whether what stands here was announced as recitals. */
  let recitals = false

  blocks.forEach((block, index) => {
    if (block.label) {
      if (recitals && lists[0] && isLettered(lists[0]) && block.label.readings.some(beginsNumbers)) {
        lists = []
        lead = undefined
        recitals = false
      }
      if (cut && goesOnBehind(cut, block.label, lists)) lists = [cut]
      const { list, depth } = place(
        block,
        lists,
        lead ?? root,
        root,
        beginsNumerals(blocks, index),
        leadsTo(blocks[index - 1], lists, hosted) || headsList(blocks, index, lists),
      )
      // Begun anew, or gone on with: what was cut is no longer open.
      if (depth === 0 && list.style === cut?.style && list.dress === cut.dress) cut = undefined
      lists = lists.slice(0, depth)
      lists.push(list)
      list.owner.children.push(list.current)
      lead = hosted = undefined
      closing = false
      numbered = true
      return
    }
    if (block.rows) {
      const before = blocks[index - 1]
      const host = before?.label
        ? lists.at(-1)?.current
        : hostOf(block, lists, (key) => comesLater(index, key), nextLabel(index))
      ;(host ?? root).children.push(tableOf(block, block.rows))
      if (host) lists = passing(lists, host)
      else leave()
      return
    }
    const bare = lists.at(-1)?.current
    if (bare && !block.contents && bare.block === blocks[index - 1] && callsIt(bare, block)) {
      bare.more.push(block)
      return
    }
    const told = roleOf(
      block,
      blocks[index - 1],
      blocks[index + 1],
      root.children.length === 0,
      titles,
      stacked,
    )
    if (told === 'title' || told === 'heading') recitals = false
    if (announcesRecitals(block.text)) recitals = true
    const role = told === 'heading' && closing && !block.headed && !headsPart(block.text) ? 'paragraph' : told
    if (role === 'title' || role === 'heading') closing = false
    const branch: Branch = { block, more: [], role, value: 0, children: [] }
    if (role === 'title' || role === 'heading') {
      const above = role === 'heading' ? headedAbove(block, lists) : -1
      if (above >= 0) {
        lists[above]!.current.children.push(branch)
        lists = lists.slice(0, above + 1)
        lead = undefined
        return
      }
      const within =
        role === 'heading'
          ? standsWithin(block, lists, nextLabel(index), () => laterLabels(index), headsWords(blocks, index))
          : undefined
      if (within) {
        within.owner.children.push(branch)
        lists = lists.slice(0, within.depth)
        if (within.owner !== lists.at(-1)?.current)
          lists[within.depth - 1] = { ...lists[within.depth - 1]!, passed: true }
        lead = undefined
        return
      }
      leave()
      lead = undefined
      if (role === 'title') {
        numbered = false
        cut = undefined
      }
      root.children.push(branch)
      return
    }
    if (role === 'paragraph' && beginsAgreement(block.text, blocks[index + 1]?.text)) {
      leave()
      cut = undefined
    }
    // What the parties agree on stands in no entry of the list of parties or recitals above it.
    if (role === 'paragraph' && lists[0]?.dress === '()' && opensTerms(block.text)) leave()
    if (
      role === 'paragraph' &&
      (beginsSigning(block.text) || isFoot(block.text, behind[index]!)) &&
      !lists.some((list) => isNext(list, nextLabel(index)))
    ) {
      leave()
      closing = numbered && beginsSigning(block.text)
    }
    const among = role === 'definition' ? definitionsAbove(block) : undefined
    const host =
      role === 'definition' && lists.length === 0
        ? undefined
        : (among ?? hostOf(block, lists, (key) => comesLater(index, key), nextLabel(index)))
    if (role === 'definition') defined = { owner: host, indent: block.indent }
    hosted = host
    if (!host) {
      leave()
      root.children.push(branch)
      const leads = numbered
        ? block.text.endsWith(':') && !opensTerms(block.text)
        : beginsBullets(blocks[index + 1], block.text)
      lead = role === 'paragraph' && leads ? branch : undefined
    } else if (role !== 'definition' && host.children.length === 0 && headingAlone(host) && !isRow(block)) {
      host.more.push(block)
    } else {
      host.children.push(branch)
      lists = passing(lists, host)
    }
  })
  return root

  /** The open clause that holds the definition before, set as far in: a list in that one does not hold the next. */
  function definitionsAbove({ indent }: Block): Branch | undefined {
    if (!defined?.owner || Math.abs(defined.indent - indent) > 1) return undefined
    return lists.find(({ current }) => current === defined?.owner)?.current
  }

  function leave(): void {
    if (lists[0]?.owner === root && lists[0].style !== 'bullet') cut = lists[0]
    lists = []
  }

  /** The markers behind a block, as far as a list is looked for. */
  function* laterLabels(index: number): Generator<Label> {
    for (let at = index + 1; at < Math.min(blocks.length, index + FAR) && !titles.has(blocks[at]!); at += 1) {
      const label = blocks[at]!.label
      if (label) yield label
    }
  }
}

/** How many blocks behind a heading a list is looked for that goes on there. */
const FAR = 400

/** Whether a list of recitals is open that counts by letters, and its last entry leads to no list in it. */
function isLettered({ style, current }: OpenList): boolean {
  return style === 'upper' && !current.block.text.endsWith(':')
}

function beginsNumbers({ style, value }: Label['readings'][number]): boolean {
  return style === 'decimal' && value === 1
}

/** Whether a marker is the next one of a list. */
function isNext(list: OpenList, label: Label | undefined): boolean {
  return (
    label !== undefined &&
    list.style !== 'bullet' &&
    label.readings.some(
      ({ style, value }) =>
        style === list.style &&
        comesNext(list.last, value) &&
        (style === 'multi' ? prefixOf(label.number) === list.prefix : label.dress === list.dress),
    )
  )
}

/** Whether a marker goes on with a list that a heading or a paragraph at the margin cut, and with no open one. */
function goesOnBehind(cut: OpenList, label: Label, lists: OpenList[]): boolean {
  return isNext(cut, label) && !lists.some((list) => isNext(list, label))
}

/**
 * Where a heading without number stands, if in a section: among the entries of an inner list that goes on behind it, or
 * in the outermost section, where that list goes on after another one, or right after the words under the heading.
 *
 * @param heads whether words stand right under the heading
 */
function standsWithin(
  { outline, text }: Block,
  lists: OpenList[],
  next: Label | undefined,
  later: () => Iterable<Label>,
  heads: boolean,
): { owner: Branch; depth: number } | undefined {
  const outer = lists[0]
  if (!outer || !next || outline !== undefined || headsPart(text)) return undefined
  for (let at = lists.length - 1; at > 0; at -= 1)
    if (isNext(lists[at]!, next)) return { owner: lists[at]!.owner, depth: at + 1 }
  if (next.readings.some((one) => isOfList(outer, next, one.style)))
    return heads && isNext(outer, next) && isHeaded(outer) ? { owner: outer.current, depth: 1 } : undefined
  for (const label of later()) {
    if (label.readings.some((one) => isOfList(outer, label, one.style)))
      return isNext(outer, label) ? { owner: outer.current, depth: 1 } : undefined
  }
  return undefined
}

/** Whether words without a number stand right under a heading: the sections below it are not what it heads. */
function headsWords(blocks: Block[], index: number): boolean {
  const [own, next] = [blocks[index]!, blocks[index + 1]]
  return (
    !own.headed &&
    /\p{Ll}/u.test(own.text) &&
    next !== undefined &&
    !next.label &&
    !looksLikeHeading(next.text)
  )
}

/** Whether a list is one of sections that each have a heading of their own, so that one without number is below them. */
function isHeaded({ current: { block, style } }: OpenList): boolean {
  return (
    style === 'decimal' && block.label?.dress !== '()' && looksLikeHeading(block.text.replace(/[.:]$/, ''))
  )
}

function isOfList(list: OpenList, { dress }: Label, style: LabelStyle): boolean {
  return style !== 'bullet' && list.style === style && (style === 'multi' || list.dress === dress)
}

/** Whether a line is what a number that stands alone is called: `ARTICLE II`, and below it `COMPENSATION`. */
function callsIt({ block, more }: Branch, line: Block): boolean {
  return (
    block.text === '' &&
    more.length === 0 &&
    line.single &&
    !line.rows &&
    (line.headed || looksLikeHeading(line.text))
  )
}

/** Whether the clause right above a marker leads over to a list: “… the following:”. */
function leadsTo(before: Block | undefined, lists: OpenList[], hosted: Branch | undefined): boolean {
  const innermost = lists.at(-1)
  if (!before || !innermost || !before.text.endsWith(':')) return false
  return before.label ? innermost.current.block === before : innermost.current === hosted
}

/**
 * Whether `1.` right under a section that is a heading alone begins a list in it: its numbers go on from there, and behind them
 * the section's own do (`5. General`, `1.` to `7.`, `6. Law`).
 */
function headsList(blocks: Block[], index: number, lists: OpenList[]): boolean {
  const innermost = lists.at(-1)
  const label = blocks[index]!.label!
  if (innermost?.style !== 'decimal' || innermost.dress !== label.dress || innermost.last < 2) return false
  if (innermost.current.block !== blocks[index - 1] || !headingAlone(innermost.current)) return false
  if (!label.readings.some(beginsNumbers)) return false
  let inner = 1
  for (let at = index + 1; at < Math.min(blocks.length, index + FAR); at += 1) {
    const { label: later, text } = blocks[at]!
    if (later?.dress !== label.dress || later.readings[0]!.style !== 'decimal') continue
    const { value } = later.readings[0]!
    const outer = value === innermost.last + 1
    // Where both lists could go on with it, a heading is a section's.
    if (outer && (value !== inner + 1 || looksLikeHeading(text))) return true
    if (value !== inner + 1) return false
    inner = value
  }
  return false
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
function markersToCome(blocks: Block[], titles: Set<Block>): (from: number, key: string) => boolean {
  const lastPlace = new Map<string, number>()
  const parts: number[] = []
  let part = 0
  blocks.forEach((block, index) => {
    if (titles.has(block)) part += 1
    parts[index] = part
    for (const { style, value } of block.label?.readings ?? [])
      lastPlace.set(`${part} ${style}${block.label!.dress}${value}`, index)
  })
  return (from, key) => (lastPlace.get(`${parts[from]} ${key}`) ?? -1) > from
}

/** Whether a sentence without an end of its own leads over to bullets. */
function beginsBullets(next: Block | undefined, text: string): boolean {
  return next?.label?.number === '' && !/[.:;!?]["”’)]?$/.test(text)
}

/** For each block the next marker behind it that is no bullet. */
function labelsToCome(blocks: Block[]): (Label | undefined)[] {
  const labels: (Label | undefined)[] = new Array(blocks.length)
  let next: Label | undefined
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    labels[at] = next
    const own = blocks[at]!.label
    if (own && own.number !== '') next = own
  }
  return labels
}

/** Whether a line stands between a paragraph that has an end and one that begins: no entry of a list, no part of a sentence. */
function standsAlone(block: Block, before: Block | undefined, next: Block): boolean {
  const ended = before === undefined || /[.!?]["”’)\]]*$/.test(before.text) || isShortHead(before)
  const begins = !next.rows && next.text.length >= 40 && /^["“‘'([]?\p{Lu}/u.test(next.text)
  return ended && begins && next.indent >= block.indent - 1 && next.label?.number !== ''
}

function isShortHead({ text, label, headed }: Block): boolean {
  return headed || label !== undefined || looksLikeHeading(text) || isCapitalHeading(text) || DATED.test(text)
}

/** Short lines right under each other, three or more: an address, names, a list; none of them heads the next. */
function stackedLines(blocks: Block[]): Set<Block> {
  const stacked = new Set<Block>()
  let run: Block[] = []
  const close = (next?: Block) => {
    const last = run.at(-1)
    // What stands right on a paragraph may head it all the same.
    if (next && last && next.text.length > 100 && next.start.line === last.end.line + 1) run.pop()
    if (run.length >= 3) for (const block of run) stacked.add(block)
    run = []
  }
  for (const block of blocks) {
    const last = run.at(-1)
    const short = block.single && !block.label && !block.headed && !block.rows && block.text.length <= 60
    if (!short || (last && block.start.line !== last.end.line + 1)) close(block)
    if (short && !/[.:;]$/.test(block.text)) run.push(block)
  }
  close()
  return stacked
}

function roleOf(
  block: Block,
  before: Block | undefined,
  next: Block | undefined,
  first: boolean,
  titles: Set<Block>,
  stacked: Set<Block>,
): Branch['role'] {
  if (definedTerms(block.text).length > 0) return 'definition'
  if (
    titles.has(block) ||
    (first &&
      !block.contents &&
      block.text.length <= 120 &&
      (block.headed || looksLikeHeading(block.text) || isSentenceTitle(block.text)))
  )
    return 'title'
  if (block.contents) return 'paragraph'
  if (block.headed) return 'heading'
  if (headsNothing(block.text)) return 'paragraph'
  if ((block.single || looksLikeHeading(block.text)) && next !== undefined && namesAttached(block.text))
    return 'heading'
  const heading =
    block.single &&
    next !== undefined &&
    (looksLikeHeading(block.text) ||
      isCapitalHeading(block.text) ||
      (isSentenceHeading(block.text) && standsAlone(block, before, next))) &&
    !DATED.test(block.text) &&
    !stacked.has(block) &&
    !isAddress(block.text)
  return heading ? 'heading' : 'paragraph'
}

/**
 * The lines that name an agreement or a policy of its own: a name set as a heading, behind numbered sections that do not go
 * on after it.
 */
function titlesOf(blocks: Block[]): Set<Block> {
  const titles = new Set<Block>()
  const next = new Map<number, Block>()
  for (let at = blocks.length - 1, later: Block | undefined; at >= 0; at -= 1) {
    if (later) next.set(at, later)
    if (isChapter(blocks[at]!)) later = blocks[at]
  }
  let numbered = false
  blocks.forEach((block, at) => {
    if (isChapter(block)) numbered = true
    if (!isName(block)) return
    const begun = next.get(at)?.label?.readings.some(({ value }) => value <= 1)
    if (at === 0 || (numbered && block.text !== blocks[0]!.text && (begun || !next.has(at)))) {
      titles.add(block)
      numbered = false
    }
  })
  return titles
}

/** A section at the top: a decimal number without a point, whatever it is dressed in. */
function isChapter({ label, indent }: Block): boolean {
  return label?.readings[0]?.style === 'decimal' && label.dress !== '()' && indent <= 4
}

function isName(block: Block): boolean {
  const { label, single, text } = block
  return (
    !label &&
    single &&
    !block.rows &&
    AGREEMENT_NAME.test(text) &&
    !NO_NAME.test(text) &&
    looksLikeHeading(text)
  )
}

/** Whether a clause's words are a heading and nothing else; the entry of a bulleted list has none. */
function headingAlone({ block, more, style }: Branch): boolean {
  return (
    style !== 'bullet' &&
    more.length === 0 &&
    block.text !== '' &&
    (block.headed || looksLikeHeading(block.text.replace(/[.:]$/, '')) || isSentenceHeading(block.text))
  )
}

/** The clause that a paragraph without marker belongs to, if it belongs to one. */
function hostOf(
  block: Block,
  lists: OpenList[],
  comesLater: (key: string) => boolean,
  nextLabel: Label | undefined,
): Branch | undefined {
  const innermost = lists.at(-1)
  if (!innermost) return undefined
  if (innermost.passed) return hostOf(block, lists.slice(0, -1), comesLater, nextLabel)
  if (innermost.current.children.length === 0 && headingAlone(innermost.current)) return innermost.current
  for (let at = lists.length - 1; at >= 0; at -= 1) {
    if (block.indent > lists[at]!.indent + 1) return lists[at]!.current
  }
  // At the margin: inside the outermost section that goes on after it, and nowhere where nothing goes on.
  const outer = lists[0]!
  if (!comesLater(`${outer.style}${outer.dress}${outer.last + 1}`))
    return lists.findLast((list, at) => at > 0 && isNext(list, nextLabel))?.current
  // Where nothing is indented, the number that comes next tells how deep the paragraph stands.
  for (let at = lists.length - 1; at > 0; at -= 1) {
    const list = lists[at]!
    const holds = nextLabel !== undefined && saysNumber(list.current, prefixOf(nextLabel.number))
    if (holds) return list.current
    // Words left of every number (centred numbers) say nothing by their place.
    if (block.indent >= outer.indent - 1 && list.indent - outer.indent > 1) continue
    const goesOn = nextLabel?.readings.some(
      ({ style, value }) =>
        style === list.style &&
        nextLabel.dress === list.dress &&
        comesNext(list.last, value) &&
        (style !== 'multi' || prefixOf(nextLabel.number) === list.prefix),
    )
    if (goesOn || list.style === 'multi' || list.style === 'decimal') return list.current
  }
  return outer.current
}

function place(
  block: Block,
  lists: OpenList[],
  fallback: Branch,
  root: Branch,
  numerals: boolean | undefined,
  led: boolean,
): { list: OpenList; depth: number } {
  const label = block.label!
  const prefix = prefixOf(label.number)
  const parts = partsOf(prefix)
  const sameLevel = (list: OpenList, indent: number) => Math.abs(list.indent - indent) <= 1

  const found = told() ?? byPrefix() ?? findList()
  const reading = found?.reading ?? label.readings.find(({ value }) => value === 1) ?? label.readings[0]!
  const branch: Branch = {
    block,
    more: [],
    role: 'labelled',
    style: reading.style,
    value: reading.value,
    children: [],
  }
  if (found && !found.fresh) {
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
  if (found) lists = lists.slice(0, found.at)
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

  /** Where a number that says the numbers above it (`2.1.1`, `2(a)`) belongs. */
  function byPrefix(): Found | undefined {
    const reading = label.readings[0]!
    if (reading.style !== 'multi' || block.level !== undefined) return undefined
    const owner = lists.findLastIndex(({ current }) => saysNumber(current, prefix))
    if (owner >= 0) {
      const inner = lists[owner + 1]
      const goesOn = inner?.style === 'multi' && inner.prefix === prefix
      return { at: owner + 1, reading, fresh: !goesOn }
    }
    const at = lists.findIndex((list) => list.style === 'multi' && partsOf(list.prefix) === parts)
    return { at: Math.max(at, 0), reading, fresh: at < 0 }
  }

  /** The open list that the source itself says the marker goes on with. */
  function told(): Found | undefined {
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

  function findList(): Found | undefined {
    const readings = label.readings
    if (aboveAsTold() >= 0) return undefined
    const matches = (list: OpenList, style: LabelStyle) =>
      list.style === style &&
      (list.dress === label.dress || style === 'multi' || (block.headed && list.current.block.headed)) &&
      (style !== 'multi' || partsOf(list.prefix) === parts)
    const top = lists.length - 1
    let successor: Found | undefined
    for (let at = top; at >= 0; at -= 1) {
      const list = lists[at]!
      for (const reading of readings) {
        if (!matches(list, reading.style) || reading.style === 'bullet') continue
        if (reading.style === 'multi' && list.prefix !== prefix) continue
        // `(i)` behind `(h)` may be the ninth letter, or the first of a list under it.
        if (numerals && (reading.style === 'lower' || reading.style === 'upper') && label.number.length === 1)
          continue
        if (!comesNext(list.last, reading.value)) continue
        if (sameLevel(list, block.indent)) return { at, reading }
        successor ??= { at, reading }
      }
    }
    // `1.` right behind “… the following:” begins a list there, even where an outer one could begin anew with it.
    if (led && !successor && readings.some(({ value, style }) => value === 1 && style !== 'bullet'))
      return undefined
    const chapter = nextChapter() ?? firstChapter()
    if (chapter) return chapter
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

  /** `6.` behind `5.4`, where no `5.` is open, is the chapter behind it. */
  function nextChapter(): Found | undefined {
    const reading = label.readings.find(({ style }) => style === 'decimal')
    const outer = lists[0]
    if (!reading || successorOpen(reading) || outer?.style !== 'multi') return undefined
    const chapter = Number(outer.prefix)
    return reading.value > chapter && block.indent <= outer.indent + 1
      ? { at: 0, reading, fresh: true }
      : undefined
  }

  /** `1. Software.` behind a list of letters that stands under no number is the first chapter. */
  function firstChapter(): Found | undefined {
    const reading = label.readings.find(({ style, value }) => style === 'decimal' && value === 1)
    const outer = lists[0]
    if (!reading || label.dress !== '.' || outer?.dress !== '()' || outer.owner !== root) return undefined
    return block.indent <= outer.indent + 1 && runInHeading(block.text, true) !== undefined
      ? { at: 0, reading, fresh: true }
      : undefined
  }

  function successorOpen({ style, value }: { style: LabelStyle; value: number }): boolean {
    return lists.some(
      (list) => list.style === style && list.dress === label.dress && comesNext(list.last, value),
    )
  }
}

/**
 * Whether `i` begins a list of Roman numbers: `ii` comes next in its dress; it does not where `j` or another `i` does.
 * Undefined for other markers, and where nothing tells.
 */
function beginsNumerals(blocks: Block[], at: number): boolean | undefined {
  const own = blocks[at]!.label!
  if (own.number !== 'i' && own.number !== 'I') return undefined
  const [numeral, letter] = own.number === 'i' ? ['ii', 'j'] : ['II', 'J']
  for (let next = at + 1; next < Math.min(blocks.length, at + 60); next += 1) {
    const label = blocks[next]!.label
    if (!label || label.dress !== own.dress) continue
    if (label.number === numeral) return true
    if (label.number === letter || label.number === own.number) return false
  }
  return undefined
}

/** Whether a value comes right behind the last one of its list; `2a` and `3` both come behind `2`. */
function comesNext(last: number, value: number): boolean {
  return Number.isInteger(value)
    ? value === Math.floor(last) + 1
    : value > last && Math.floor(value) === Math.floor(last)
}

/** How many parts a number such as `1.2` or `2(a)` has; none where it is empty. */
function partsOf(number: string): number {
  return number === '' ? 0 : number.split(/[.(]/).length
}

/** Whether a clause's number is one that a longer number begins with; `Article IV` is `4`. */
function saysNumber({ block, value, style }: Branch, prefix: string): boolean {
  const number = block.label?.number ?? ''
  return number !== '' && (number === prefix || (style === 'upper-roman' && String(value) === prefix))
}
