// `npm run bench` runs every file beside this one, `npm run bench -- compare` one of them. A benchmark exports
// `run()`, which returns what it measured as Markdown; what it needs beside that is in a folder of its name.
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { cpus } from 'node:os'
import { basename } from 'node:path'

const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.mjs') && file !== 'run.mjs')
  .map((file) => basename(file, '.mjs'))
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !known.includes(name))
if (unknown) {
  console.error(`bench: there is no benchmark ${unknown}: they are ${known.join(', ')}`)
  process.exit(2)
}

execFileSync(process.execPath, ['build.mjs', '--no-types'], { stdio: 'inherit' })
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}\n`)
for (const name of asked.length > 0 ? asked : known) {
  const { run } = await import(`./${name}.mjs`)
  console.log(await run())
}
