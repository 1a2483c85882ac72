// Makes the table of docs/assessment.md from ../shared/scenarios, and docs/answers.md from the blind readers’ clients:
// `npm run assessment`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundled, root } from '../bundled.mjs'

const { scenarioTable, blindCompared, blindPage, loadLibrary } =
  await bundled(`export { scenarioTable } from './test/matter/scenarios/table.ts'
export { blindCompared } from './test/matter/scenarios/blind.ts'
export { blindPage } from './test/matter/scenarios/blind-page.ts'
export { loadLibrary } from './src/library/index.ts'`)
const page = join(root, 'docs', 'assessment.md')
const [before] = readFileSync(page, 'utf8').split('<!-- table -->')
writeFileSync(page, `${before}<!-- table -->\n\n${await scenarioTable()}\n`)
writeFileSync(join(root, 'docs', 'answers.md'), blindPage(blindCompared(await loadLibrary())))
