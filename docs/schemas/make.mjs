// Writes the JSON Schemas of the library's files and the editor's settings from the schemas of the code:
// `npm run schemas`. A test fails where they are not current.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { editorFiles } = await bundled('src/library/schema/editor-files.ts')
const here = join(root, 'docs', 'schemas')
for (const name of readdirSync(here)) if (name.endsWith('.schema.json')) rmSync(join(here, name))
mkdirSync(join(root, '.vscode'), { recursive: true })
for (const [path, content] of editorFiles()) writeFileSync(join(root, path), content)
const { matterJsonSchema } = await bundled('src/matter/index.ts')
const { loadLibrary } = await bundled('src/library/index.ts')
writeFileSync(join(root, 'docs', 'matter.schema.json'), matterJsonSchema(await loadLibrary()))

/** A module of the program, built for this once. */
async function bundled(entry) {
  const bundle = join(root, 'dist', 'schemas.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  })
  const module = await import(`${pathToFileURL(bundle).href}?${entry}`)
  rmSync(bundle)
  return module
}
