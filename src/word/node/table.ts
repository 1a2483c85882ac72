import { Paragraph } from 'docx'
import type { Table as TableNode } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import { tableOf } from '../table.ts'
import type { BlockWriter } from './types.ts'

export const table: BlockWriter<TableNode> = (state, node, place) => {
  const columns = node.children[0]?.children.length ?? 0
  if (columns === 0) return []
  const shares = node.data?.widths?.length === columns ? node.data.widths : sharesOf(node, columns)
  const rows = node.children.map((row, index) =>
    Array.from({ length: columns }, (_, at) => {
      const numbers = node.align?.[at] === 'right'
      const style =
        index === 0 ? (numbers ? 'TableHeadRight' : 'TableHead') : numbers ? 'TableNumber' : 'TableText'
      const words = row.children[at]?.children ?? []
      return [new Paragraph({ style, children: state.inline(words, { ...place, style }) })]
    }),
  )
  const caption = node.children[0]!.children.map((cell) => plainText(cell)).join(', ')
  return [
    tableOf({ caption, rows, shares, width: place.width }),
    new Paragraph({ style: 'AfterTable', children: [] }),
  ]
}

/** Wider columns for longer words, within reason. */
export function sharesOf({ children }: TableNode, columns: number): number[] {
  return Array.from({ length: columns }, (_, at) => {
    const lengths = children.map((row) => (row.children[at] ? plainText(row.children[at]).length : 0))
    return Math.min(60, Math.max(12, ...lengths))
  })
}
