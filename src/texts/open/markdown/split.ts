import type { Paragraph, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { readLabel } from '../../../agreement/index.ts'

/** What a number is part of when a line ends in it: `as said in Section` and `5. of the Plan`. */
const REFERS = /(?:\b(?:sections?|articles?|clauses?|paragraphs?|and|or|to|of|in)|§)\s*$/i

/**
 * Parts a paragraph where a line of it begins with a number that goes on with what was counted before: agreements set
 * `(a)` and `(b)` on lines of their own, which Markdown joins.
 *
 * @param seen the last value of each sort of number before it; goes on with those that are in it
 */
export function splitAtNumbers(tree: Root, seen: Map<string, number>): void {
  visit(tree, 'paragraph', (paragraph: Paragraph) => {
    const children: PhrasingContent[] = []
    paragraph.children.forEach((child, index) => {
      if (child.type !== 'text') {
        children.push(child)
        return
      }
      const lines = child.value.split('\n')
      if (index === 0) remember(lines[0]!, seen)
      let open = lines[0]!
      for (const [at, line] of lines.entries()) {
        if (at === 0) continue
        if (!REFERS.test(lines[at - 1]!) && counts(line, seen, lines.slice(at + 1, at + 9))) {
          remember(line, seen)
          children.push({ type: 'text', value: open }, { type: 'break' })
          open = line
        } else open += `\n${line}`
      }
      children.push({ type: 'text', value: open })
    })
    paragraph.children = children
  })
}

/** Whether a line begins with a number that is a first one, goes on with one before it, or is gone on with after it. */
function counts(line: string, seen: Map<string, number>, after: string[]): boolean {
  const label = labelOf(line)
  if (!label || label.number === '') return false
  return label.readings.some(
    ({ style, value }) =>
      value === 1 ||
      seen.get(style + label.dress) === value - 1 ||
      after.some((next) => {
        const other = labelOf(next)
        return (
          other?.dress === label.dress &&
          other.readings.some((reading) => reading.style === style && reading.value === value + 1)
        )
      }),
  )
}

function remember(line: string, seen: Map<string, number>): void {
  const label = labelOf(line)
  for (const { style, value } of label?.readings ?? []) seen.set(style + label!.dress, value)
}

function labelOf(line: string) {
  const words = line.trimEnd()
  return readLabel(words.length < line.length ? `${words} ` : words)?.label
}
