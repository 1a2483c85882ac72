import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compiledFolder, openProgram } from './compiled.ts'

/** Each command line does what people do most; what runs in it is kept compiled. */
const commands = [
  ['compare', 'llama-2', 'llama-3.1'],
  ['compare', 'examples/agreements/lantern-1.md', 'examples/agreements/lantern-2.md'],
  ['library', 'show', 'user-threshold'],
  ['assess', 'examples/acme.yaml'],
]

/** Runs the program as people do, and keeps beside it what each of its files compiled to. */
const folder = join(import.meta.dirname, 'cli')
const program = openProgram(folder)
const { run } = program.require('./run.cjs') as typeof import('./run.ts')
for (const command of commands) {
  process.argv = [process.argv[0]!, process.argv[1]!, ...command]
  await run()
}
process.exitCode = 0
const compiled = compiledFolder(folder)
mkdirSync(compiled, { recursive: true })
for (const [name, bytes] of program.compiled()) writeFileSync(join(compiled, `${name.slice(2)}.bin`), bytes)
