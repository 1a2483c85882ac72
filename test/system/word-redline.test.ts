import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareRestated } from '../../src/compare/knowledge/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { comparisonToDocx } from '../../src/word/index.ts'
import { paragraphsOf } from '../word/comparisons.ts'

// Debian's python3-uno belongs to Debian's own Python, before which another may stand in the path.
const python = ['python3', '/usr/bin/python3'].find(
  (command) => spawnSync(command, ['-c', 'import uno']).status === 0,
)
const found = python !== undefined && spawnSync('soffice', ['--version']).status === 0

if (!found) {
  const reason = 'LibreOffice with python3-uno is not installed, so no other program reads the Word redlines'
  if (process.env.CI === 'true') throw new Error(reason)
  console.log(`skipped: ${reason}`)
}

type Read = Record<string, Record<'accept' | 'reject', [style: string, text: string][]>>

describe.runIf(found)('the Word redline in LibreOffice', () => {
  it('reads as the right text with all changes accepted, as the left with all rejected, for every pair', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clausebook-redline-'))
    try {
      const library = await loadLibrary()
      const licenses = [...library.licenses.keys()]
      const pairs = licenses.flatMap((left, at) =>
        licenses.slice(at + 1).map((right) => [left, right] as const),
      )
      const compared = new Map(
        pairs.map(([left, right]) => [
          join(folder, `${left}-${right}.docx`),
          compareRestated(library, left, right),
        ]),
      )
      for (const [file, comparison] of compared) {
        writeFileSync(file, await comparisonToDocx(comparison, { author: 'A. Counsel', date: '2025-01-31' }))
      }
      const script = join(import.meta.dirname, 'libreoffice.py')
      const printed = execFileSync(python!, [script, join(folder, 'profile'), ...compared.keys()], {
        encoding: 'utf8',
        maxBuffer: 1e9,
        timeout: 150_000,
      })
      const read = JSON.parse(printed) as Read
      for (const [file, comparison] of compared) {
        const agreement = (how: 'accept' | 'reject') =>
          read[file]![how].filter(([style]) => style.startsWith('Agreement')).map(([, text]) => text)
        expect([file, agreement('accept')]).toEqual([file, paragraphsOf(comparison, 'right')])
        expect([file, agreement('reject')]).toEqual([file, paragraphsOf(comparison, 'left')])
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 180_000)
})
