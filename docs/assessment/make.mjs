// Makes the table of docs/assessment.md from ../shared/scenarios: `npm run assessment`.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bundle = join(root, 'dist', 'assessment.mjs')
await build({
  absWorkingDir: root,
  entryPoints: ['test/matter/scenarios/table.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
})
const { scenarioTable } = await import(pathToFileURL(bundle).href)
rmSync(bundle)
const page = join(root, 'docs', 'assessment.md')
const [before] = readFileSync(page, 'utf8').split('<!-- table -->')
writeFileSync(page, `${before}<!-- table -->\n\n${await scenarioTable()}\n`)
