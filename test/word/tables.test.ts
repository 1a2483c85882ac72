import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { draftToDocx, readDocx, readTables } from '../../src/word/index.ts'
import { documentOf, make } from '../draft/making.ts'
import { expectValid } from './validity.ts'

const rows = Array.from({ length: 40 }, (_, at) => `| task ${at} | the vendor | note ${at} and <more> |`)
const draft = documentOf(
  make(`# Service Agreement

The tasks are these.

| Task | Who | What it covers |
| --- | --- | --- |
${rows.join('\n')}

The parties perform them.
`),
)

describe('a table of a Word file', () => {
  it('is read with all its words, at its place, however long', async () => {
    const bytes = await draftToDocx(draft)
    const { source } = await readDocx(bytes)
    const cells = readTables(bytes).flat(2)
    expect(cells.length).toBe(41 * 3)
    const plain = source.replaceAll('\\', '')
    let at = plain.indexOf('The tasks are these.')
    for (const cell of [...cells, 'The parties perform them.']) {
      const next = plain.indexOf(cell, at)
      expect([cell, next >= at]).toEqual([cell, true])
      at = next
    }
  })
})

describe('every table of a draft', () => {
  it('takes its look from a named style that a firm can change, and has none of its own', async () => {
    const parts = unzipSync(await draftToDocx(draft))
    const styles = strFromU8(parts['word/styles.xml']!)
    const document = strFromU8(parts['word/document.xml']!)
    const used = [...document.matchAll(/<w:tblStyle w:val="(\w+)"/g)].map(([, id]) => id)
    expect(used).toEqual(['RuledTable'])
    expect(styles).toContain('<w:style w:type="table" w:customStyle="1" w:styleId="RuledTable">')
    expect(document).not.toMatch(/<w:(?:tblBorders|tcBorders|tcMar)>/)
    await expectValid(await draftToDocx(draft))
  }, 60_000)
})
