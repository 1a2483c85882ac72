// Makes the table of docs/assessment.md from ../shared/scenarios: `npm run assessment`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundled, root } from '../bundled.mjs'

const { scenarioTable } = await bundled("export { scenarioTable } from './test/matter/scenarios/table.ts'")
const page = join(root, 'docs', 'assessment.md')
const [before] = readFileSync(page, 'utf8').split('<!-- table -->')
writeFileSync(page, `${before}<!-- table -->\n\n${await scenarioTable()}\n`)
