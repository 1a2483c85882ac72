import Handlebars from 'handlebars'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const writer = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize)
  .use(rehypeStringify)
  .freeze()

/** Markdown of the library as HTML that is safe to stand in a page, whatever it holds. */
export function markdownHtml(source: string): Handlebars.SafeString {
  return new Handlebars.SafeString(String(writer.processSync(source)))
}
