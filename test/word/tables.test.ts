import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { wordTables } from '../../src/texts/index.ts'
import { wordDocument } from '../../src/texts/open/word.ts'
import { draftToDocx } from '../../src/word/index.ts'
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
    const cells = (await wordTables(bytes)).flat(2)
    expect(cells.length).toBe(41 * 3)
    const { blocks } = wordDocument(bytes).stories[0]!
    expect(blocks.map((block) => (block.type === 'table' ? block.rows.length : block.text))).toEqual([
      'Service Agreement',
      'The tasks are these.',
      41,
      'The parties perform them.',
    ])
    expect(cells).toEqual([
      ...['Task', 'Who', 'What it covers'],
      ...Array.from({ length: 40 }, (_, at) => [`task ${at}`, 'the vendor', `note ${at} and <more>`]).flat(),
    ])
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
  })
})
