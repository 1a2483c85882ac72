// A team's database: pages of the register beside the same questions in psql, and the whole register read.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'

export async function run() {
  const outfile = join(import.meta.dirname, '..', 'node_modules', '.cache', 'team-lists.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'team', 'lists.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    outfile,
  })
  const lines = execFileSync(process.execPath, [outfile], { encoding: 'utf8' })
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
