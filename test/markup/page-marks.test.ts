import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { compareWord, markChanges } from '../../src/markup/index.ts'
import { p, wordFile } from '../ooxml/word-file.ts'

const by = { author: 'Us', date: '2026-01-31T00:00:00Z' }
const redline = (left: string, right: string) =>
  compareWord(wordFile({ body: left }), wordFile({ body: right }), by).bytes
const bodyOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml']!)

describe('a redline marked for its printer', () => {
  it('has a place before and behind each change, with ids of their own', () => {
    const { bytes, changes, repeated } = markChanges(redline(p('within 30 days'), p('within 60 days')))
    expect(changes.map(({ from, to }) => [from, to])).toEqual([
      ['changed1from', 'changed1to'],
      ['changed2from', 'changed2to'],
    ])
    expect(repeated).toBe(0)
    const body = bodyOf(bytes)
    expect(body).toMatch(
      /w:name="changed1from"\/><w:bookmarkEnd[^>]*\/><w:del .*<\/w:del>.*w:name="changed1to"/,
    )
    const ids = [...body.matchAll(/<w:bookmarkStart[^>]* w:id="(\d+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('finds a paragraph that went by the one behind it', () => {
    const { bytes, changes } = markChanges(
      redline(p('One.') + p('Two.') + p('Three.'), p('One.') + p('Three.')),
    )
    const next = changes.map((change) => change.next).filter((name) => name !== undefined)
    expect(next.length).toBeGreaterThan(0)
    expect(bodyOf(bytes)).toMatch(new RegExp(`w:name="${next[0]}"[^<]*<w:bookmarkEnd[^>]*/><w:r[ >].*Three`))
  })

  it('of rows that came, one place in each', () => {
    const row = (words: string) => `<w:tr><w:tc>${p(words)}</w:tc></w:tr>`
    const { changes } = markChanges(
      redline(
        `<w:tbl>${row('A lamp')}</w:tbl>${p('End.')}`,
        `<w:tbl>${row('A lamp')}${row('A second lamp of brass')}</w:tbl>${p('End.')}`,
      ),
    )
    expect(changes.length).toBeGreaterThan(0)
  })

  it('of a file without changes keeps the bytes', () => {
    const file = wordFile({ body: p('One.') })
    expect(markChanges(file)).toMatchObject({ bytes: file, changes: [] })
  })
})
