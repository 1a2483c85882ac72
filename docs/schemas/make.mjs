// Writes the JSON Schemas of the library's files and the editor's settings from the schemas of the code:
// `npm run schemas`. A test fails where they are not current.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundled, root } from '../bundled.mjs'

const { dealJsonSchema, editorFiles, loadLibrary, matterJsonSchema, sentRecordJsonSchema } = await bundled(`
  export { dealJsonSchema, sentRecordJsonSchema } from './src/deal/index.ts'
  export { editorFiles } from './src/library/schema/editor-files.ts'
  export { loadLibrary } from './src/library/index.ts'
  export { matterJsonSchema } from './src/matter/index.ts'`)
const here = join(root, 'docs', 'schemas')
for (const name of readdirSync(here)) if (name.endsWith('.schema.json')) rmSync(join(here, name))
mkdirSync(join(root, '.vscode'), { recursive: true })
for (const [path, content] of editorFiles()) writeFileSync(join(root, path), content)
writeFileSync(join(root, 'docs', 'matter.schema.json'), matterJsonSchema(await loadLibrary()))
writeFileSync(join(root, 'docs', 'deal.schema.json'), dealJsonSchema())
writeFileSync(join(root, 'docs', 'record.schema.json'), sentRecordJsonSchema())
