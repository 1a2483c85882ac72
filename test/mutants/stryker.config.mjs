// `npm run mutants`: small faults that a machine puts into the files that decide, each looked for by the tests of its room.
// `MUTANTS=cache npm run mutants` takes those of files so named.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const rooms = JSON.parse(readFileSync(join(import.meta.dirname, 'rooms.json'), 'utf8'))
const asked = process.env.MUTANTS ?? ''

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: Object.keys(rooms).filter((file) => file.includes(asked)),
  vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
  // What runs once, when a file is loaded, would have each fault load all anew.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 20_000,
  thresholds: { high: 90, low: 80, break: 80 },
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'coverage/mutants.json' },
  clearTextReporter: { logTests: false, allowColor: false, reportTests: false },
  tempDirName: 'coverage/mutants',
  ignorePatterns: ['bench', 'docs/images', 'coverage'],
  allowEmpty: true,
}
