// A team's database: pages of the register beside the same questions in psql, and the whole register read.
import { execFileSync } from 'node:child_process'
import { bundled } from './bundle/bundled.mjs'

export async function run() {
  const script = await bundled('bench-team', 'team/lists.ts')
  const lines = execFileSync(process.execPath, [script], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
  if (lines.length === 0)
    return '### A register in PostgreSQL\n\nPostgreSQL is not here: nothing was measured.\n'
  const pages = lines.filter(({ page }) => page !== undefined)
  const whole = lines.filter(({ all }) => all !== undefined)
  return [
    '### A register in PostgreSQL',
    '',
    'A page of 50, counted and read: the median of 60 rounds, and what `psql` says that the same two questions take.',
    '',
    '| vendors | page | here | psql | |',
    '| ---: | ---: | ---: | ---: | ---: |',
    ...pages.map(
      ({ count, page, ours, psql }) =>
        `| ${count.toLocaleString('en')} | ${page} | ${ours.toFixed(1)} ms | ${psql.toFixed(1)} ms | ${(ours / psql).toFixed(1)}× |`,
    ),
    '',
    '| all vendors, read | time | memory of the process |',
    '| ---: | ---: | ---: |',
    ...whole.map(
      ({ count, all, memory }) =>
        `| ${count.toLocaleString('en')} | ${Math.round(all)} ms | ${Math.round(memory)} MB |`,
    ),
    '',
  ].join('\n')
}
