#!/usr/bin/env node
import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'

// What is loaded after this is kept compiled, where Node can (22.1 and later), in a folder that is the user's own; and a
// stack shows the lines that we wrote.
if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function') {
  module.enableCompileCache(join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'clausebook'))
}
if (process.env.CLAUSEBOOK_DEBUG) process.setSourceMapsEnabled(true)
const { run } = await import('./run.ts')
await run()
