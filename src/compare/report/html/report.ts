import type { Comparison, Pair } from '../../types.ts'
import { headOf } from '../clause.ts'
import { reportTitle } from '../identity.ts'
import { partsOf } from '../parts.ts'
import { forReader } from '../reader.ts'
import { isChange } from '../status.ts'
import { blocksOf, changedPairs, type PairTable, type PlacedCell } from '../tables.ts'
import type { ReportOptions } from '../types.ts'
import { verdictWords } from '../verdict.ts'
import { escapeHtml } from './escape.ts'
import { pairWords } from './pieces.ts'
import { madeBy, reportStyle } from './style.ts'
import { badges, changesTable, counts, identities, inShort, topicsTable } from './summary.ts'

/**
 * The report as one HTML file that needs nothing else: it can be mailed, printed and read aloud. A check box hides
 * what has not changed, without a script.
 */
export function htmlReport(whole: Comparison, options: ReportOptions = {}): string {
  const { changed = false, outbound = false } = options
  const { comparison, lines } = forReader(whole, options)
  const { left, right, pairs } = comparison
  const anchors = new Map(pairs.map((pair, at) => [pair, `clause-${at + 1}`]))
  const anchorOf = (pair: Pair) => anchors.get(pair)!
  const changes = pairs.filter(isChange)
  const shown = changed ? changedPairs(pairs) : pairs
  const title = escapeHtml(reportTitle(left, right))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${outbound ? '' : '<meta name="generator" content="clausebook">\n'}<title>${title}</title>
<style>
${outbound ? reportStyle.replace(madeBy, '') : reportStyle}</style>
</head>
<body>
<a class="skip" href="#clauses">Skip to the clauses</a>
<header>
<p class="kind">Comparison, clause by clause</p>
<h1>${escapeHtml(left.title || left.id)} <span class="arrow" aria-hidden="true">→</span> <span class="to"><span class="spoken">compared with</span> ${escapeHtml(right.title || right.id)}</span></h1>
${lines.map((line) => `<p class="note">${escapeHtml(line)}</p>\n`).join('')}${inShort(comparison)}${identities(comparison)}
</header>
${topicsTable(comparison, anchorOf)}<section class="summary" aria-labelledby="summary">
<h2 id="summary">Summary</h2>
${counts(comparison)}
${changes.length === 0 ? `<p>${escapeHtml(verdictWords(comparison) ?? '')}</p>` : `<h3>Changed clauses</h3>\n${changesTable(changes, anchorOf)}`}
</section>
<div class="reading">
<nav aria-label="Clauses">
${changes.length < shown.length ? '<label class="only"><input type="checkbox" id="only-changes"> Changes only</label>\n' : ''}<ol>
${outline(shown, anchorOf)}
</ol>
</nav>
<main id="clauses" tabindex="-1">
<h2>Clause by clause</h2>
<p class="legend"><del>Deleted words</del> are struck through; <ins>inserted words</ins> are underlined.</p>
${clauses(shown, anchorOf)}
</main>
</div>
${outbound ? '' : '<footer><p>Made by Clausebook. Legal information, not legal advice: a lawyer reviews it.</p></footer>\n'}</body>
</html>
`
}

/** A heading for each text and what stands beside it, where there is more than one. */
function clauses(shown: Pair[], anchorOf: (pair: Pair) => string): string {
  const parts = partsOf(shown)
  return parts
    .flatMap(({ title, id, pairs }) => [
      ...(parts.length > 1 ? [`<h2 class="part" id="${id}">${title}</h2>`] : []),
      ...blocksOf(pairs).map(({ pair, table }) =>
        pair ? clause(pair, anchorOf(pair)) : tableOf(table, anchorOf),
      ),
    ])
    .join('\n')
}

function outline(shown: Pair[], anchorOf: (pair: Pair) => string): string {
  const parts = partsOf(shown)
  return parts
    .flatMap(({ title, id, pairs }) => [
      ...(parts.length > 1 ? [`<li class="part"><a href="#${id}">${title}</a></li>`] : []),
      ...blocksOf(pairs).map(({ pair, table }) =>
        pair ? outlineEntry(pair, anchorOf(pair)) : outlineTable(table, anchorOf),
      ),
    ])
    .join('\n')
}

function outlineEntry(pair: Pair, anchor: string): string {
  const { address, heading } = headOf(pair)
  const name = heading === '' ? '' : ` <span>${escapeHtml(heading)}</span>`
  return `<li class="${classOf(pair)}"><a href="#${anchor}"><i class="${pair.status}" aria-hidden="true"></i>${escapeHtml(address)}${name}<em class="spoken"> ${pair.status}</em></a></li>`
}

function outlineTable(
  { address, pairs, worst, status }: PairTable,
  anchorOf: (pair: Pair) => string,
): string {
  const still = pairs.some(isChange) ? '' : ' still'
  const target = pairs.find(isChange) ?? pairs[0]!
  return `<li class="${worst}${still}"><a href="#${anchorOf(target)}"><i class="${worst}" aria-hidden="true"></i>${escapeHtml(address)} <em>${escapeHtml(status)}</em></a></li>`
}

function tableOf(
  { address, pairs, cells, worst, status }: PairTable,
  anchorOf: (pair: Pair) => string,
): string {
  const depth = Math.min(4, (pairs[0]?.right ?? pairs[0]?.left)?.depth ?? 0)
  const span = (name: string, count: number) => (count > 1 ? ` ${name}="${count}"` : '')
  const cell = ({ pair, columns, rows }: PlacedCell) =>
    pair
      ? `<td${span('colspan', columns)}${span('rowspan', rows)} id="${anchorOf(pair)}" class="${pair.status}">${pairWords(pair)}</td>`
      : '<td></td>'
  const body = cells.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')
  return `<article class="${worst} depth-${depth}${pairs.some(isChange) ? '' : ' still'}">
<h3>${escapeHtml(address)} <span class="badge ${worst}">${escapeHtml(status)}</span></h3>
<div class="scroll" tabindex="0" role="group" aria-label="${escapeHtml(address)}"><table class="cells"><tbody>
${body}
</tbody></table></div>
</article>`
}

function clause(pair: Pair, anchor: string): string {
  const { address } = headOf(pair)
  return `<article id="${anchor}" class="${classOf(pair)}" aria-labelledby="${anchor}-name">
<h3 id="${anchor}-name"><a href="#${anchor}">${escapeHtml(address)}</a> ${badges(pair)}</h3>
<p>${pairWords(pair)}</p>
</article>`
}

/** Depth sets the indent, `still` is what the check box hides. */
function classOf(pair: Pair): string {
  const depth = Math.min(4, (pair.right ?? pair.left)?.depth ?? 0)
  return `${pair.status} depth-${depth}${isChange(pair) ? '' : ' still'}`
}
