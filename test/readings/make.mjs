// Keeps what each position makes of each license, in test/readings/kept, without the official words: `npm run readings`.
// `npm run readings -- POSITION [LICENSE] [LEVEL]` prints the whole sections instead, from the texts that are here, and
// keeps nothing of them.
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundled, root } from '../../docs/bundled.mjs'

const { agreementsHere, loadLibrary, madeOf, readingFile, readingOf, wholeSections } = await bundled(`
  export { agreementsHere, madeOf, readingFile, readingOf, wholeSections } from './test/readings/reading.ts'
  export { loadLibrary } from './src/library/index.ts'`)
const library = await loadLibrary()
const agreements = await agreementsHere(library)
const missing = [...library.licenses.keys()].filter((id) => !agreements.has(id))
if (missing.length > 0) {
  console.error(`readings: the official text of ${missing.join(', ')} is not here: set CLAUSEBOOK_TEXTS`)
  process.exit(2)
}
const [asked, ...only] = process.argv.slice(2)
const kept = join(root, 'test', 'readings', 'kept')

if (asked !== undefined) {
  const position = library.positions.get(asked)
  if (!position) {
    console.error(
      `readings: there is no position “${asked}”: \`clausebook library list positions\` names them`,
    )
    process.exit(2)
  }
  const level = only.map((one) => one.replace('-', '_'))
  const wanted = madeOf(position, library, agreements).filter((made) =>
    only.every((one, at) => one === made.license || level[at] === made.level),
  )
  if (wanted.length === 0) {
    console.error(
      `readings: ${asked} changes nothing for “${only.join(' ')}”: name a license, a level, or both`,
    )
    process.exit(2)
  }
  console.log(wanted.map(wholeSections).join('\n\n'))
  if (wanted.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1
} else {
  for (const name of readdirSync(kept)) rmSync(join(kept, name))
  for (const position of library.positions.values()) {
    if (position.counterparty !== 'meta') continue
    const made = madeOf(position, library, agreements)
    writeFileSync(join(kept, `${position.id}.yaml`), readingFile(position.id, readingOf(made)))
    for (const { license, level, wrong } of made)
      for (const line of wrong) {
        console.error(`${position.id}, ${license}, ${level}: ${line}`)
        process.exitCode = 1
      }
  }
}
