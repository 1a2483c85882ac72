import type { Block } from './blocks.ts'
import { fold } from './lines.ts'

const HEAD = /^(?:table of )?contents\s*:?$|^index\s*:?$/i
/** `…… 12` behind an entry, or its page after a wide gap. */
const LEADERS = /(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxl]{1,6})$|[_…]{3,}\s*\d{1,4}$/
const PAGE = /\s(?:\d{1,4}|[ivxl]{1,6})$/
/** The end of an entry: its leaders and its page; a line of them may be very long. */
const MOST_LED = 120
/** No contents of an agreement are longer. */
const MOST = 400

/**
 * Takes the numbers of a table of contents for what they are: words of its entries, and no numbers of clauses. An entry has
 * its page behind dots, or stands below a line `Contents` and comes again as a clause.
 */
export function contentsAsWords(blocks: Block[]): Block[] {
  const entries = new Set<Block>()
  for (const block of blocks)
    if (/[\divxl]$/.test(block.text.slice(-1)) && LEADERS.test(block.text.slice(-MOST_LED)))
      entries.add(block)
  blocks.forEach((block, at) => {
    if (!block.label && HEAD.test(block.text))
      for (const entry of entriesBelow(blocks, at)) entries.add(entry)
  })
  return entries.size === 0 ? blocks : blocks.map((block) => (entries.has(block) ? asEntry(block) : block))
}

/** The entries below a line `Contents`: those with a page, or that come again as they are. */
function* entriesBelow(blocks: Block[], head: number): Generator<Block> {
  const later = new Map<string, number>()
  const end = Math.min(blocks.length, head + MOST * 2)
  for (let at = head + 1; at < end; at += 1) later.set(nameOf(blocks[at]!), at)
  for (let at = head + 1; at < Math.min(blocks.length, head + MOST); at += 1) {
    const block = blocks[at]!
    const paged = PAGE.test(block.text) && /\p{L}/u.test(block.text)
    if (block.rows || block.text.length > 120 || !(paged || (later.get(nameOf(block)) ?? 0) > at)) return
    yield block
  }
}

function nameOf({ label, text }: Block): string {
  return `${label?.number ?? ''} ${text.replace(PAGE, '').toLowerCase()}`
}

function asEntry({ label, ...block }: Block): Block {
  const text = label ? fold(`${label.printed} ${block.text}`) : block.text
  return { ...block, text, headed: false, contents: true }
}
