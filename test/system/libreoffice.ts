import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'

// Debian's python3-uno belongs to Debian's own Python, before which another may stand in the path.
const python = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import uno']).status === 0,
)

/** Whether LibreOffice can be asked here. */
export const found = python !== undefined && spawnSync('soffice', ['--version']).status === 0

if (!found) {
  const reason = 'LibreOffice with python3-uno is not installed, so no other program reads the Word redlines'
  if (process.env.CI === 'true') throw new Error(reason)
  console.log(`skipped: ${reason}`)
}

/** The paragraphs of each file, with all tracked changes accepted and with all rejected. */
export type Read = Record<
  string,
  Record<'accept' | 'reject', [style: string, text: string][]> & {
    /** How many tracked changes it sees. */
    changes: number
  }
>

/**
 * Reads Word files in LibreOffice.
 *
 * @param folder for its profile
 */
export function readInLibreOffice(folder: string, files: Iterable<string>): Read {
  const script = join(import.meta.dirname, 'libreoffice.py')
  const printed = execFileSync(python!, [script, join(folder, 'profile'), ...files], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    timeout: 300_000,
  })
  return JSON.parse(printed) as Read
}
