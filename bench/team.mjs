// A team's database: pages of the register beside the same questions in psql, the whole register read, and workers.
import { execFileSync } from 'node:child_process'
import { bundled } from './bundle/bundled.mjs'

export async function run() {
  const lines = await told('bench-team', 'team/lists.ts')
  if (lines.length === 0)
    return '### A register in PostgreSQL\n\nPostgreSQL is not here: nothing was measured.\n'
  const jobs = await told('bench-jobs', 'team/jobs.ts')
  const beside = await told('bench-beside', 'team/beside.ts')
  const [, single] = jobs
  const many = await told('bench-simulated', 'team/simulated.ts', 1000 / single.aSecond, single.bytes)
  const pages = lines.filter(({ page }) => page !== undefined)
  const whole = lines.filter(({ all }) => all !== undefined)
  return [
    '### A register in PostgreSQL',
    '',
    'A page of 50, counted and read: the median of 60 rounds, and what `psql` says that the same two questions take.',
    '',
    '| a list of | all | page | here | psql | |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...pages.map(
      ({ what, count, page, ours, psql }) =>
        `| ${what} | ${count.toLocaleString('en')} | ${page} | ${ours.toFixed(1)} ms | ${psql.toFixed(1)} ms | ${(ours / psql).toFixed(1)}× |`,
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
    ...jobs.map(
      ({ workers, rows, aSecond, processor, memory }) =>
        `| ${workers} | ${rows.toLocaleString('en')} | ${aSecond.toFixed(1)} | ${Math.round(processor)} ms | ${Math.round(memory)} MB |`,
    ),
    '',
    `Two workers do ${scaling(jobs).toFixed(2)} of twice what one does.`,
    '',
    `More of them by simulation, on the same machine as the database: each waits ${(1000 / single.aSecond).toFixed(1)} ms for a row instead of drafting it, and keeps ${Math.round(single.bytes / 1000)} kB.`,
    '',
    '| workers | addenda a second | of so many times what one would do |',
    '| ---: | ---: | ---: |',
    ...many.map(
      ({ workers, aSecond, ideal }) =>
        `| ${workers} | ${Math.round(aSecond)} | ${(aSecond / ideal).toFixed(2)} |`,
    ),
    '',
    '### Pages beside a batch, and workers that are killed',
    '',
    '| rows beside | pages asked for | p50 | p99 | longest |',
    '| ---: | ---: | ---: | ---: | ---: |',
    ...beside
      .filter(({ p50 }) => p50 !== undefined)
      .map(
        ({ beside: rows, pages: asked, p50, p99, worst }) =>
          `| ${rows.toLocaleString('en')} | ${asked} | ${p50.toFixed(0)} ms | ${p99.toFixed(0)} ms | ${worst.toFixed(0)} ms |`,
      ),
    '',
    ...beside
      .filter(({ kills }) => kills !== undefined)
      .map(
        ({ kills, of, lost, twice }) =>
          `Of ${of} rows ${lost} were lost and ${twice} done twice after ${kills} workers were killed.`,
      ),
    '',
  ].join('\n')
}

/** Of the same rows, what two workers do beside twice what one does. */
function scaling(jobs) {
  const two = jobs.find(({ workers }) => workers === 2)
  const one = jobs.findLast(({ workers, rows }) => workers === 1 && rows === two.rows)
  return two.aSecond / (2 * one.aSecond)
}

/** What a script of this folder tells, a line of JSON each. */
async function told(name, entry, ...given) {
  const script = await bundled(name, entry)
  return execFileSync(process.execPath, [script, ...given.map(String)], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
