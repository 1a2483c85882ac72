// Reads vitest's JSON reports: names what was skipped, which counts as failed unless `.ci/may-skip` names its suite, and what
// failed, with its run and the first lines of why, since whoever has only the end of the log must find it; ends with
// `N passed, N failed`.
import { readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'

const root = join(import.meta.dirname, '..')
/** `file suite`, as the list has them. */
const maySkip = readFileSync(join(root, '.ci', 'may-skip'), 'utf8')
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('#'))

const testResults = process.argv
  .slice(2)
  .flatMap((report) =>
    JSON.parse(readFileSync(report, 'utf8')).testResults.map((one) => ({
      ...one,
      run: basename(report, '.json'),
    })),
  )
  .map((one) => ({ ...one, name: relative(root, one.name) }))
const tests = testResults.flatMap(({ name, run, assertionResults }) =>
  assertionResults.map((result) => ({
    ...result,
    file: name,
    run,
    suite: `${name} ${result.ancestorTitles[0]}`,
  })),
)
const passed = tests.filter(({ status }) => status === 'passed').length
const failures = tests.filter(({ status }) => status === 'failed')
const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
const allowed = skipped.filter(({ suite }) => maySkip.includes(suite))
const refused = skipped.filter(({ suite }) => !maySkip.includes(suite))
// A file that cannot be loaded has no test to its name.
const broken = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
)
// A line for a suite that is no longer there would let the next of that name be skipped.
const stale = maySkip.filter((line) => !tests.some(({ suite }) => suite === line))
for (const { file, fullName } of allowed) console.log(`skipped, as it may be: ${file}: ${fullName}`)
for (const { file, fullName } of refused) console.log(`skipped: ${file}: ${fullName}`)
for (const { name, message } of broken) console.log(`broken: ${name}\n${firstLines([message])}`)
for (const { run, file, fullName, failureMessages } of failures) {
  console.log(`failed (${run}): ${file}: ${fullName}\n${firstLines(failureMessages)}`)
}
for (const line of stale) console.log(`in .ci/may-skip, and no suite: ${line}`)
const failed = failures.length + refused.length + broken.length + stale.length
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

/** @param {string[]} [messages] */
function firstLines(messages = []) {
  return messages
    .join('\n')
    .split('\n')
    .slice(0, 6)
    .map((line) => `  ${line.slice(0, 300)}`)
    .join('\n')
}
