#!/usr/bin/env node
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { compiledFolder, openProgram } from './compiled.ts'

const folder = join(import.meta.dirname, 'cli')
const debugging = Boolean(process.env.CLAUSEBOOK_DEBUG)
// A stack shows the lines that we wrote.
if (debugging) process.setSourceMapsEnabled(true)
const { run } = load() as typeof import('./run.ts')
await run()

/** The program, compiled by the build where that was with this very Node. */
function load(): unknown {
  if (!debugging && existsSync(compiledFolder(folder))) return openProgram(folder).require('./run.cjs')
  // Else what is loaded is kept compiled, where Node can (22.1 and later), in a folder that is the user's own.
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
    module.enableCompileCache(join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'clausebook'))
  }
  return createRequire(import.meta.url)('./cli/run.cjs')
}
