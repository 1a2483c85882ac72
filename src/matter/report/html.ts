import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const style = `
:root { color-scheme: light dark }
body { font: 1.0625rem/1.55 Charter, Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
h1, h2, h3 { line-height: 1.25; margin: 2em 0 .5em; break-after: avoid }
h1 { margin-top: 0 }
h2 { border-bottom: 1px solid; padding-bottom: .2em }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; font-variant-numeric: tabular-nums }
th, td { border-bottom: 1px solid #8888; padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top }
blockquote { margin: .75em 0; padding-left: 1em; border-left: 3px solid #8888 }
code { font-size: .9em; overflow-wrap: anywhere }
@media print { body { margin: 0; max-width: none } }
`

/** The Markdown report as one HTML file that needs nothing else. */
export function reportToHtml(markdown: string): string {
  const body = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype)
    .use(rehypeSanitize)
    .use(rehypeStringify)
    .processSync(markdown)
  return `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Assessment</title>
<style>${style}</style>
</head>
<body>
<main>
${String(body)}
</main>
</body>
</html>
`
}
