import type { Block } from './blocks.ts'
import { runInHeading } from './heading.ts'
import { fold } from './lines.ts'

const HEAD = /^(?:table of )?contents\s*:?$|^index\s*:?$/i
/** `…… 12` behind an entry, or its page after a wide gap. */
const LEADERS = /(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxl]{1,6})$|[_…]{3,}\s*\d{1,4}$/
const PAGE = /\s(?:\d{1,4}|[ivxl]{1,6})$/
/** The end of an entry: its leaders and its page; a line of them may be very long. */
const MOST_LED = 120
/** No contents of an agreement are longer. */
const MOST = 400

/** Where what is named as a block is stands last, as a heading or as a whole; -1 where it stands nowhere. */
type LastPlace = (block: Block) => number

/** So many numbered lines that all come again are contents, a line `Contents` above them or none. */
const FEWEST = 4

/**
 * Takes the numbers of a table of contents for what they are: words of its entries, and no numbers of clauses. An entry has
 * its page behind dots, stands below a line `Contents` and comes again as a clause, or is one of at least four numbered
 * lines from 1 on that all come again, in order, as the headings of clauses.
 */
export function contentsAsWords(blocks: Block[]): Block[] {
  const entries = new Set<Block>()
  let heads: Map<string, number> | undefined
  const last = (block: Block) => {
    heads ??= lastPlaces(blocks)
    return heads.get(nameOf(block)) ?? -1
  }
  for (const block of blocks)
    if (/[\divxl]$/.test(block.text.slice(-1)) && LEADERS.test(block.text.slice(-MOST_LED)))
      entries.add(block)
  blocks.forEach((block, at) => {
    if (!block.label && HEAD.test(block.text))
      for (const entry of entriesBelow(blocks, at, last)) entries.add(entry)
  })
  for (const entry of entriesWithoutHead(blocks, last)) entries.add(entry)
  return entries.size === 0 ? blocks : blocks.map((block) => (entries.has(block) ? asEntry(block) : block))
}

/** The entries below a line `Contents`: those with a page, or that come again as clauses. */
function* entriesBelow(blocks: Block[], head: number, last: LastPlace): Generator<Block> {
  for (let at = head + 1; at < Math.min(blocks.length, head + MOST); at += 1) {
    const block = blocks[at]!
    const paged = PAGE.test(block.text) && /\p{L}/u.test(block.text)
    if (block.rows || block.text.length > 120 || !(paged || last(block) > at)) return
    yield block
  }
}

/** The first run of numbered lines from 1 on, each of which comes again behind the last of them, in order. */
function entriesWithoutHead(blocks: Block[], last: LastPlace): Block[] {
  const from = blocks.findIndex(({ label }) => label?.number === '1')
  let end = from
  while (end >= 0 && end < blocks.length && isEntry(blocks[end]!, end - from + 1)) end += 1
  if (end - from < FEWEST) return []
  const entries = blocks.slice(from, end)
  const places = entries.map(last)
  return places.every((place, at) => place > (places[at - 1] ?? end - 1)) ? entries : []
}

function isEntry({ label, rows, text }: Block, number: number): boolean {
  return (
    label?.number === `${number}` &&
    !rows &&
    text.length <= 120 &&
    /\p{L}/u.test(text) &&
    !/[.;:,]$/.test(text)
  )
}

/** Where each numbered heading, and each line, stands last; a heading with a sentence behind it by itself too. */
function lastPlaces(blocks: Block[]): Map<string, number> {
  const places = new Map<string, number>()
  blocks.forEach((block, at) => {
    places.set(nameOf(block), at)
    const heading = block.label && runInHeading(block.text, true)
    if (heading) places.set(nameOf({ ...block, text: heading }), at)
  })
  return places
}

function nameOf({ label, text }: Block): string {
  return `${label?.number ?? ''} ${text.replace(PAGE, '').toLowerCase()}`
}

function asEntry({ label, ...block }: Block): Block {
  const text = label ? fold(`${label.printed} ${block.text}`) : block.text
  return { ...block, text, headed: false, contents: true }
}
