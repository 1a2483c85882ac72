// Vendor addenda a second, by one thread and by all cores, against docxtemplater and easy-template-x filling a Word
// template of the same length, and against the floor: the time to zip the same bytes. Each contender runs in a process
// of its own, one after the other. CPU time stands beside wall time: on a busy machine it is the one to compare.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundled } from './bundle/bundled.mjs'

const contenders = ['zip', 'docxtemplater', 'easy-template-x', 'clausebook']
const tables = [100, 1_000]

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'clausebook-bench-'))
  try {
    const script = await bundled('bench-draft', 'draft/contender.ts')
    const measured = Object.fromEntries(
      contenders.map((name) => [
        name,
        JSON.parse(execFileSync(process.execPath, [script, name], { encoding: 'utf8' })),
      ]),
    )
    const batches = tables.map((rows) => ({ rows, ...batch(rows, folder) }))
    return report(measured, batches)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A batch of the program itself, with its peak of memory. */
function batch(rows, folder) {
  const table = join(folder, `${rows}.csv`)
  const [head, first] = readFileSync(
    join(import.meta.dirname, '..', 'examples', 'vendors.csv'),
    'utf8',
  ).split('\n')
  writeFileSync(
    table,
    [
      head,
      ...Array.from({ length: rows }, (_, at) => first.replace('Tidewater', `Vendor ${at} Tidewater`)),
    ].join('\n'),
  )
  const program = join(import.meta.dirname, '..', 'dist', 'clausebook.js')
  const common = join(import.meta.dirname, '..', 'examples', 'vendor-saas.yaml')
  const watch = `process.on('exit', () => process.stderr.write(JSON.stringify(process.resourceUsage())))`
  const args = ['--import', `data:text/javascript,${encodeURIComponent(watch)}`, program]
  const started = performance.now()
  const { stderr, status } = spawnSync(
    process.execPath,
    [
      ...args,
      'draft',
      'vendor-addendum',
      '--batch',
      table,
      '--matter',
      common,
      '--output',
      join(folder, `${rows}`),
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  const usage = JSON.parse(stderr.slice(stderr.lastIndexOf('{')))
  return {
    ms: (performance.now() - started) / rows,
    cpu: (usage.userCPUTime + usage.systemCPUTime) / 1000 / rows,
    megabytes: usage.maxRSS / 1024,
  }
}

function report(measured, batches) {
  const base = measured.docxtemplater
  const line = (name, { ms, cpu, megabytes }) =>
    `| ${name} | ${(1000 / ms).toFixed(1)} | ${ms.toFixed(1)} | ${cpu.toFixed(1)} (${(cpu / base.cpu).toFixed(1)}×) | ${Math.round(megabytes)} |`
  const { parts } = measured.clausebook
  const whole = Object.values(parts).reduce((sum, ms) => sum + ms, 0)
  return [
    '### Drafting vendor addenda',
    '',
    `An addendum of ${measured.clausebook.pages} clauses and ${measured.clausebook.kilobytes} kB; × is the ratio of CPU time to docxtemplater.`,
    '',
    '| | a second | ms each | ms of CPU each | peak MB |',
    '| --- | ---: | ---: | ---: | ---: |',
    line('zip the same bytes (floor)', measured.zip),
    line('docxtemplater, one thread', measured.docxtemplater),
    line('easy-template-x, one thread', measured['easy-template-x']),
    line('Clausebook, one thread', measured.clausebook),
    ...batches.map((one) =>
      line(`Clausebook, batch of ${one.rows.toLocaleString('en-US')} rows on ${cpus().length} cores`, one),
    ),
    '',
    `Where the time of one addendum goes: ${Object.entries(parts)
      .map(([name, ms]) => `${name} ${Math.round((100 * ms) / whole)} %`)
      .join(', ')}.`,
    '',
  ].join('\n')
}
