import type { JoinedRow, RowResult } from '../types.ts'

const style = `body{font:16px/1.5 Georgia,"Times New Roman",serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.5rem}.table{overflow-x:auto}table{border-collapse:collapse;width:100%;min-width:48rem;font-size:.9rem;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid #bbb;padding:.35rem .6rem;text-align:left;vertical-align:top}thead th{border-bottom:2px solid #1a1a1a}
tbody :is(:nth-child(2),:nth-child(3),:nth-child(4),:nth-child(8)){overflow-wrap:anywhere}.n summary{white-space:nowrap}
.n{text-align:right}.failed>*{background:#fbeaea}details ul{margin:.3rem 0;padding-left:1.2rem}
@media (prefers-color-scheme:dark){body{color:#e6e6e6;background:#181818}thead th{border-color:#e6e6e6}a{color:#9cc4ff}.failed>*{background:#402020}}
@media print{body{max-width:none;margin:0}table{min-width:0}thead{display:table-header-group}tr{break-inside:avoid}}`

/** The page up to the rows: one file that can be mailed and printed, without script. */
export function htmlStart(document: string, own: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Summary of the batch</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Batch of ${escaped(document)}</h1>
<p>Legal information and drafting mechanics, not legal advice: a lawyer reviews each draft.</p>
<div class="table" role="region" aria-label="Rows of the batch" tabindex="0">
<table>
<thead><tr><th scope="col">Row</th><th scope="col">Vendor</th><th scope="col">Product</th><th scope="col">Draft</th><th scope="col">Level of risk</th><th scope="col" class="n">In</th><th scope="col" class="n">Out</th><th scope="col">Blanks, notes and problems</th>${own.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead>
<tbody>
`
}

/** One row. */
export function htmlRow(
  { place, vendor, product, file, state, told, outcome, problem }: RowResult,
  own: readonly string[],
): string {
  const draft =
    state === 'failed' ? 'none' : `<a href="${encodeURIComponent(file)}">${escaped(file)}</a> (${state})`
  const risk = outcome?.risk
    ? `${escaped(outcome.risk)}${outcome.open > 0 ? `, ${outcome.open} open` : ''}`
    : ''
  const notes =
    problem === undefined
      ? listOf('blank', outcome?.blanks ?? []) +
        listOf('note', [...(told === undefined ? [] : [told]), ...(outcome?.notes ?? [])])
      : escaped(problem)
  return `<tr${state === 'failed' ? ' class="failed"' : ''}><td>${escaped(place)}</td><th scope="row">${escaped(vendor)}</th><td>${escaped(product)}</td><td>${draft}</td><td>${risk}</td>${clauses(outcome?.clausesIn)}${clauses(outcome?.clausesOut)}<td>${notes}</td>${own.map((words) => `<td>${escaped(words)}</td>`).join('')}</tr>
`
}

/** A row that is drafted with another. */
export function htmlJoined(
  { place, vendor, file, state }: RowResult,
  joined: JoinedRow,
  own: readonly string[],
): string {
  const failed = state === 'failed'
  const draft = failed ? 'none' : `<a href="${encodeURIComponent(file)}">${escaped(file)}</a> (joined)`
  return `<tr${failed ? ' class="failed"' : ''}><td>${escaped(joined.place)}</td><th scope="row">${escaped(vendor)}</th><td>${escaped(joined.product)}</td><td>${draft}</td><td></td>${clauses(undefined)}${clauses(undefined)}<td>${escaped(joinedWords(place, joined))}</td>${own.map((words) => `<td>${escaped(words)}</td>`).join('')}</tr>
`
}

/** What is told of such a row. */
export function joinedWords(place: string, { told }: JoinedRow): string {
  return told ?? `is in one addendum with ${place}`
}

/** The end, with what became of all rows. */
export function htmlEnd(counts: Record<RowResult['state'], number>): string {
  return `</tbody>
</table>
</div>
<p>${counts.drafted} drafted, ${counts.unchanged} unchanged, ${counts.failed} failed.</p>
</main>
</body>
</html>
`
}

function clauses(ids: string[] | undefined): string {
  if (!ids) return '<td class="n"></td>'
  return `<td class="n">${ids.length === 0 ? '0' : `<details><summary>${ids.length}</summary><ul>${items(ids)}</ul></details>`}</td>`
}

function listOf(what: string, words: string[]): string {
  if (words.length === 0) return ''
  const count = `${words.length} ${what}${words.length === 1 ? '' : 's'}`
  return `<details><summary>${count}</summary><ul>${items(words)}</ul></details>`
}

function items(words: string[]): string {
  return words.map((word) => `<li>${escaped(word)}</li>`).join('')
}

/** Plain text; what runs from right to left turns nothing beside it. */
function escaped(text: string): string {
  const plain = text.replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0)};`)
  return /[\u0590-\u08FF\uFB1D-\uFEFC]/.test(plain) ? `<bdi>${plain}</bdi>` : plain
}
