import { escapeHtml, reportStyle } from '../compare/report/index.ts'
import type { Library } from '../library/index.ts'
import { pinnedTexts } from '../texts/index.ts'

/** Where a reader chooses what to compare. */
export function homePage({ licenses }: Library): string {
  const ids = pinnedTexts(licenses).map(({ id }) => id)
  const choice = (name: string, label: string, chosen: string) =>
    `<p><label>${label} <select name="${name}">${ids
      .map((id) => `<option${id === chosen ? ' selected' : ''}>${escapeHtml(id)}</option>`)
      .join('')}</select></label></p>`
  return page(
    'Compare two licenses',
    `<form action="/compare">
${choice('left', 'Left', 'llama-2')}
${choice('right', 'Right', 'llama-3.1')}
<p><label><input type="checkbox" name="changed" value="yes"> Changes only</label></p>
<p><button>Compare</button></p>
</form>`,
  )
}

/** A page that says one thing and the way back. */
export function messagePage(title: string, message: string): string {
  return page(title, `<p>${escapeHtml(message)}</p>\n<p><a href="/">Choose what to compare</a></p>`)
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Clausebook</title>
<style>
${reportStyle}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
<footer><p>Clausebook: legal information and drafting mechanics, never legal advice.</p></footer>
</body>
</html>
`
}
