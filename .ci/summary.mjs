// Reads vitest's JSON report: names what was skipped, which counts as failed, and ends with `N passed, N failed`.
import { readFileSync } from 'node:fs'

const { testResults } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const tests = testResults.flatMap(({ name, assertionResults }) =>
  assertionResults.map((result) => ({ ...result, file: name })),
)
const passed = tests.filter(({ status }) => status === 'passed').length
const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
// A file that cannot be loaded has no test to its name.
const broken = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
)
for (const { file, fullName } of skipped) console.log(`skipped: ${file}: ${fullName}`)
for (const { name } of broken) console.log(`broken: ${name}`)
const failed = tests.length - passed + broken.length
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
