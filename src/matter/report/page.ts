import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

/** The Markdown report as a page for the terminal. */
export function markdownToPage(markdown: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(markdown)
}
