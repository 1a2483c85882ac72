// Publishes the names of the clause library with a release: `npm run names`. What was published before stays, so that the
// check goes on asking for it.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bundle = join(root, 'dist', 'names.mjs')
await build({
  absWorkingDir: root,
  stdin: {
    contents:
      "export { readLibrary } from './src/library/read-library.ts'; export { namesOf } from './src/library/names/names.ts'",
    resolveDir: root,
  },
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
})
const { readLibrary, namesOf } = await import(pathToFileURL(bundle).href)
rmSync(bundle)
const file = join(root, 'src', 'library', 'names', 'published.json')
const before = JSON.parse(readFileSync(file, 'utf8'))
const now = namesOf((await readLibrary(join(root, 'clauses'))).library)
const names = Object.fromEntries(
  Object.entries(now).map(([kind, ids]) => [kind, [...new Set([...(before[kind] ?? []), ...ids])].sort()]),
)
writeFileSync(file, `${JSON.stringify(names, null, 2)}\n`)
