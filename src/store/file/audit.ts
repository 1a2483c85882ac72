import { open } from 'node:fs/promises'
import { join } from 'node:path'

import type { Deed } from '../deed.ts'

/** Adds a line to `.audit.jsonl`; lines of several processes do not run into each other. */
export async function audit(folder: string, deed: Deed): Promise<void> {
  const handle = await open(join(folder, '.audit.jsonl'), 'a', 0o600)
  try {
    await handle.appendFile(`${JSON.stringify(deed)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
