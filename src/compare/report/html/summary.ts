import type { Comparison, Pair } from '../../types.ts'
import { headOf, wordCount } from '../clause.ts'
import { identityTable } from '../identity.ts'
import { followsWords, topicRows, topicsMean } from '../knowledge.ts'
import { documentName, hasDocuments } from '../parts.ts'
import { shortLines } from '../short.ts'
import { movedMeans, statuses, statusOrder, statusWords } from '../status.ts'
import { escapeHtml } from './escape.ts'

/** What it comes to. */
export function inShort(comparison: Comparison): string {
  const lines = shortLines(comparison).map(
    ({ heading, words }) => `<div><dt>${heading}</dt><dd>${escapeHtml(words)}</dd></div>`,
  )
  return lines.length === 0 ? '' : `<dl class="short">\n${lines.join('\n')}\n</dl>\n`
}

/** What was compared, left and right side by side. */
export function identities({ left, right }: Comparison): string {
  const rows = identityTable(left, right).map(
    ([label, from, to]) =>
      `<tr><th scope="row">${escapeHtml(label)}</th><td>${value(label, from)}</td><td>${value(label, to)}</td></tr>`,
  )
  return `<table class="texts"><thead><tr><td></td><th scope="col">Left</th><th scope="col">Right</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table>`
}

function value(label: string, words: string): string {
  if (label.endsWith('SHA-256') && words !== '') return `<code>${escapeHtml(words)}</code>`
  // Only an address of the web is a link: a file's metadata may say anything.
  if (label === 'Address' && /^https?:\/\//.test(words))
    return `<a href="${escapeHtml(words)}">${escapeHtml(words)}</a>`
  return escapeHtml(words)
}

/** How many clauses have each status, and what the status means. */
export function counts({ summary }: Comparison): string {
  const items = statusOrder.map((status) => count(status, summary[status], statuses[status].means))
  return `<dl class="counts">\n${[...items, count('moved', summary.moved, movedMeans)].join('\n')}\n</dl>`
}

function count(name: string, number: number, means: string): string {
  return `<div class="count ${name}"><dt>${name}</dt><dd><b>${number}</b> <span>${escapeHtml(means)}</span></dd></div>`
}

/** The changed clauses in a table, each with a link to its place below. */
export function changesTable(changes: Pair[], anchorOf: (pair: Pair) => string): string {
  const rows = changes.map((pair) => {
    const { left, right, heading } = headOf(pair)
    const { deleted, inserted } = wordCount(pair)
    const link = (address: string) => `<a href="#${anchorOf(pair)}">${escapeHtml(address)}</a>`
    return `<tr><td>${left === '' ? '—' : link(left)}</td><td>${left === '' ? link(right) : escapeHtml(right || '—')}</td><td>${escapeHtml(heading)}</td><td>${badges(pair)}</td><td class="number">−${deleted}</td><td class="number">+${inserted}</td></tr>`
  })
  return `<div class="scroll" tabindex="0" role="group" aria-label="Changed clauses"><table class="changes">
<thead><tr><th scope="col">Left</th><th scope="col">Right</th><th scope="col">Heading</th><th scope="col">Status</th><th scope="col" class="number">Words out</th><th scope="col" class="number">Words in</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>`
}

/** What changed and so what, where the library knows. */
export function topicsTable(comparison: Comparison, anchorOf: (pair: Pair) => string): string {
  const several = hasDocuments(comparison)
  const rows = topicRows(comparison).map(({ title, document, status, change, facts, pairs, ...row }) => {
    const pair = comparison.pairs[pairs[0] ?? -1]
    const name = pair ? `<a href="#${anchorOf(pair)}">${escapeHtml(title)}</a>` : escapeHtml(title)
    const list = facts.map((fact) => `<li>${escapeHtml(fact)}</li>`).join('')
    return `<tr><td>${name}</td>${several ? `<td>${documentName(document)}</td>` : ''}<td><span class="badge ${status}">${change}</span></td><td>${list === '' ? '' : `<ul>${list}</ul>`}</td><td>${escapeHtml(followsWords(row))}</td></tr>`
  })
  if (rows.length === 0) return ''
  return `<section class="summary" aria-labelledby="so-what">
<h2 id="so-what">What changed, and so what</h2>
<p class="legend">${topicsMean}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Topics that changed"><table class="topics">
<thead><tr><th scope="col">Topic</th>${several ? '<th scope="col">Text</th>' : ''}<th scope="col">Change</th><th scope="col">Before and after</th><th scope="col">So what</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>
</section>
`
}

/** The status and what stands beside it, each in words. */
export function badges(pair: Pair): string {
  return statusWords(pair)
    .map((word) => `<span class="badge ${word}">${word}</span>`)
    .join(' ')
}
