// `npm run faults`: puts each fault of faults.json into the code, one at a time and in memory alone, and runs the tests of
// its room. A fault that no test finds is told, and gives status 1. `npm run faults -- cache` takes those of files so named.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const asked = process.argv[2] ?? ''
const faults = JSON.parse(readFileSync(join(import.meta.dirname, 'faults.json'), 'utf8'))
let survivors = 0
for (const fault of faults.filter(({ file }) => file.includes(asked))) {
  const { file, from, tests } = fault
  const run = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/faults/vitest.config.ts', ...tests],
    { env: { ...process.env, FAULT: JSON.stringify(fault) }, encoding: 'utf8' },
  )
  const said = run.stdout + run.stderr
  const lost = said.includes('has no longer:')
  const found = !lost && run.status !== 0 && /Tests .*failed/.test(said)
  if (!found) survivors += 1
  const verdict = lost ? 'is no longer there' : found ? 'found' : 'NOT FOUND'
  console.log(`${verdict}: ${file}: ${from.trim().split('\n')[0]}`)
}
console.log(`${survivors} not found`)
process.exitCode = survivors === 0 ? 0 : 1
