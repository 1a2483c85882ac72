import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Agreement, clausesOf } from '../../src/agreement/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { amendedLicense, redlineOf } from '../../src/redline/index.ts'
import type { PositionEdit } from '../../src/redline/types.ts'
import { openTexts } from '../../src/texts/index.ts'
import { redlineToDocx } from '../../src/word/index.ts'
import { harbour } from '../redline/agreements.ts'
import { found, readInLibreOffice } from './libreoffice.ts'

function edit(
  section: string,
  operation: PositionEdit['edit']['operation'],
  anchor: string,
  text = '',
): PositionEdit {
  return { edit: { section, operation, anchor, text }, position: 'berth', level: 'preferred' }
}

describe.runIf(found)('the redline of positions in LibreOffice', () => {
  it('reads as the agreement with the edits when they are accepted, and as published when they are rejected', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clausebook-positions-'))
    try {
      const library = await loadLibrary()
      const store = openTexts(library.licenses)
      const redlines = [
        redlineOf(harbour, 'harbour', [
          edit('1.a', 'delete', 'non-exclusive and'),
          edit('1.c', 'delete', '…'),
          edit('2', 'replace', 'more than 700 boats', 'many boats'),
          edit('2', 'add_clause', '', 'Song. Nobody sings.'),
          edit('3', 'add_clause', '', 'Dance. Everybody dances.'),
        ]),
      ]
      for (const license of library.licenses.values()) {
        const source = (await store.read(license.id))?.source
        const chosen = [...library.positions.values()]
          .filter(({ counterparty, appliesTo }) => counterparty === 'meta' && appliesTo.includes(license.id))
          .map((position) => ({ position, level: 'preferred' as const, because: '' }))
        if (source) redlines.push(amendedLicense(chosen, license, library, source).redline!)
      }
      const files = redlines.map((_, at) => join(folder, `${at}.docx`))
      for (const [at, redline] of redlines.entries()) {
        writeFileSync(files[at]!, await redlineToDocx(redline, { author: 'A. Counsel', date: '2025-01-31' }))
      }
      const read = readInLibreOffice(folder, files)
      const printed = (agreement: Agreement) =>
        clausesOf(agreement).map(({ label, text }) => (label === '' ? text : `${label}\t${text}`))
      for (const [at, { before, after }] of redlines.entries()) {
        const agreement = (how: 'accept' | 'reject') =>
          read[files[at]!]![how].filter(([style]) => style.startsWith('Agreement')).map(([, text]) => text)
        expect([at, agreement('accept')]).toEqual([at, printed(after)])
        expect([at, agreement('reject')]).toEqual([at, printed(before)])
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
