// How well `review` judges papers that it was not written beside: what it says of the labelled clauses and papers of
// ../shared/review-cases beside what a lawyer said. `CLAUSEBOOK_CASES=DIR` names another set in the same form.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bundled } from './bundle/bundled.mjs'
import { figuresOf } from './review/figures.mjs'

const root = join(import.meta.dirname, '..')
const usual = join(root, '..', 'shared', 'review-cases')

export async function run() {
  const folder = process.env.CLAUSEBOOK_CASES ?? usual
  if (!existsSync(folder)) return `review: the labelled cases are not here: ${folder}`
  const script = await bundled('bench-review', 'review/judged.ts')
  const told = JSON.parse(
    execFileSync(process.execPath, [script, folder], { encoding: 'utf8', maxBuffer: 2 ** 26, cwd: root }),
  )
  return report(told)
}

function report(told) {
  const single = told.filter(({ paper }) => !paper)
  const papers = told.filter(({ paper }) => paper)
  const line = (name, rows) => {
    const { met, missing, decided, bad, below } = figuresOf(rows)
    return `| ${[name, rows.length, ...[met, missing, decided, bad, below].map(share)].join(' | ')} |`
  }
  const byFlowDown = [...new Set(told.map(({ flowDown }) => flowDown))].sort()
  return [
    '| Cases | Judged | Met, and truly | Missing, and truly | Decided | Bad, not told met | Below, and truly |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    line('single clauses', single),
    line('whole papers', papers),
    line('**all**', told),
    ...byFlowDown.map((id) =>
      line(
        id,
        told.filter(({ flowDown }) => flowDown === id),
      ),
    ),
    '',
  ].join('\n')
}

function share({ right, of }) {
  return of === 0 ? '—' : `${right} of ${of}`
}
