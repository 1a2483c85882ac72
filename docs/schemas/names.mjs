// Publishes the names of the clause library with a release: `npm run names`. What was published before stays, so that the
// check goes on asking for it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundled, root } from '../bundled.mjs'

const { readLibrary, namesOf } = await bundled(`
  export { readLibrary } from './src/library/read-library.ts'
  export { namesOf } from './src/library/names/names.ts'`)
const file = join(root, 'src', 'library', 'names', 'published.json')
const before = JSON.parse(readFileSync(file, 'utf8'))
const now = namesOf((await readLibrary(join(root, 'clauses'))).library)
const names = Object.fromEntries(
  Object.entries(now).map(([kind, ids]) => [kind, [...new Set([...(before[kind] ?? []), ...ids])].sort()]),
)
writeFileSync(file, `${JSON.stringify(names, null, 2)}\n`)
