import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type View, type ViewedBlock, viewWord } from '../../src/ooxml/index.ts'
import { open, withoutCorpus, wordFiles } from './corpus.ts'

const files = wordFiles('word-corpus/resolved').filter((file) => /-(?:Accepted|Rejected)\.docx$/.test(file))

/** Where Word does more than resolve: it widens the cells that stay in a row when others are deleted. */
const widened = /RP034-Deleted-Cells/

describe.skipIf(withoutCorpus)('a file with tracked changes', () => {
  it.each(files.map((file) => [basename(file), file]))('reads as Word resolved it: %s', (_, file) => {
    const view = file.endsWith('-Accepted.docx') ? 'accepted' : 'original'
    const tracked = file.replace(/-(?:Accepted|Rejected)\.docx$/, '.docx')
    const spans = !widened.test(file)
    expect(printed(tracked, view, spans)).toEqual(printed(file, 'accepted', spans))
  })
})

/** Every story with words, block by block: style, number, words; tables as rows of cells with what they cover. */
function printed(file: string, view: View, spans: boolean) {
  const shape = (block: ViewedBlock): unknown => {
    if (block.type === 'chunk') return block.part
    if (block.type === 'table') {
      return block.rows.map(({ cells }) =>
        cells.map(({ columns, rows, blocks }) => [...(spans ? [columns, rows] : []), ...blocks.map(shape)]),
      )
    }
    const { label, properties, pieces } = block
    return [properties.style, label, pieces.map(({ text }) => text).join('')]
  }
  return viewWord(open(file), { view })
    .map(({ story, blocks }) => [story.kind, ...blocks.map(shape)])
    .filter((story) => story.length > 1)
}
