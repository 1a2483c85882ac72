// A team's database: pages of the register beside the same questions in psql, the whole register read, and workers.
import { execFileSync } from 'node:child_process'
import { bundled } from './bundle/bundled.mjs'

export async function run() {
  const lines = await told('bench-team', 'team/lists.ts')
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
    '### Workers',
    '',
    '| workers | rows | addenda a second | processor time each | most memory of one |',
    '| ---: | ---: | ---: | ---: | ---: |',
    ...(await told('bench-jobs', 'team/jobs.ts')).map(
      ({ workers, rows, aSecond, processor, memory }) =>
        `| ${workers} | ${rows.toLocaleString('en')} | ${aSecond.toFixed(1)} | ${Math.round(processor)} ms | ${Math.round(memory)} MB |`,
    ),
    '',
  ].join('\n')
}

/** What a script of this folder tells, a line of JSON each. */
async function told(name, entry) {
  const script = await bundled(name, entry)
  return execFileSync(process.execPath, [script], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
