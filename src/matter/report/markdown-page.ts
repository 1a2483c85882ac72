import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** Any Markdown as a page for the terminal. */
export function anyMarkdownToPage(markdown: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(markdown)
}
