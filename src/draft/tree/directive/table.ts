import { splitLabel } from './label.ts'
import type { DirectiveBuilder } from './types.ts'

/** `:::table{widths="1 3 2"}` around a table of Markdown: the relative widths of its columns. */
export const table: DirectiveBuilder = (node, { messages }) => {
  const { content } = splitLabel(node)
  const widths = (node.attributes?.widths ?? '').trim().split(/\s+/).map(Number)
  for (const child of content) {
    if (child.type !== 'table') continue
    const columns = child.children[0]?.children.length
    if (widths.length === columns && widths.every((width) => width > 0)) child.data = { widths }
    else {
      messages.push({
        rule: 'table',
        reason: `the table has ${columns} columns: give as many widths, each greater than 0`,
      })
    }
  }
  return content
}
