import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

const writer = unified()
  .use(remarkGfm, { tableCellPadding: false, tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', fences: true })
  .freeze()

/** A page as Markdown (GitHub's). */
export function pageToMarkdown(page: Root): string {
  return writer.stringify(page)
}
