import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseAgreement, type SourceBlock } from '../../../src/agreement/index.ts'
import { Problem } from '../../../src/problem.ts'
import { wordDocument } from '../../../src/texts/open/word.ts'
import { draftToDocx, redlineToDocx } from '../../../src/word/index.ts'
import { documentOf, make } from '../../draft/making.ts'
import { entryThatLies } from './zips.ts'

const draft = documentOf(
  make(`# Service Agreement

:::::clause[Fees]{#fees}
::::clause{#time}
The customer pays within thirty days.
::::
::::clause{#late}
A late payment bears:

:::clause{#interest}
interest; and
:::
:::clause{#costs}
costs.
:::
::::
:::::

:::::clause[Term]{#term}
One year (renewable).
:::::
`),
)

/** The paragraphs of the body, each as it prints. */
function printed(bytes: Uint8Array, options = {}): string[] {
  const { stories } = wordDocument(bytes, options)
  return stories[0]!.blocks.map(lineOf)
}

function lineOf(block: SourceBlock): string {
  return block.type === 'paragraph' ? [block.label, block.text].filter(Boolean).join(' ') : 'table'
}

describe('reading a Word file', () => {
  it('gives the paragraphs with the numbers that Word prints', async () => {
    expect(printed(await draftToDocx(draft))).toEqual([
      'Service Agreement',
      '1. Fees',
      '1.1 The customer pays within thirty days.',
      '1.2 A late payment bears:',
      '(a) interest; and',
      '(b) costs.',
      '2. Term',
      'One year (renewable).',
    ])
  })

  it('reads tracked changes as accepted or as it was before them, and says so', async () => {
    const before = parseAgreement('1. Pay at once.')
    const docx = await redlineToDocx(
      {
        before,
        after: before,
        edits: [],
        clauses: [
          {
            path: '1',
            kind: 'section',
            label: '1.',
            depth: 0,
            heading: '',
            added: false,
            deleted: false,
            pieces: [
              { op: 'equal', text: 'Pay ' },
              { op: 'delete', text: 'at once.' },
              { op: 'insert', text: 'later.' },
            ],
          },
        ],
      },
      { author: 'A', date: '2025-01-31' },
    )
    expect(wordDocument(docx).notes.join()).toMatch(/tracked changes, and was read with all of them accepted/)
    expect(printed(docx).join()).toMatch(/Pay later\./)
    expect(printed(docx).join()).not.toMatch(/at once/)
    expect(printed(docx, { view: 'original' }).join()).toMatch(/Pay at once\./)
    expect(printed(docx, { view: 'original' }).join()).not.toMatch(/later/)
  })

  it.each([
    ['encrypted', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /encrypted/],
    ['not a zip', strToU8('Agreement'), /is not a .docx/],
    ['empty', new Uint8Array(), /is not a .docx/],
    ['cut off', strToU8('PK\u0003\u0004 and no more'), /is broken/],
    ['another zip', zipSync({ 'a.txt': strToU8('a') }), /no Word document/],
    ['200 MB', new Uint8Array(200_000_000), /larger than 50 MB/],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(210_000_000) }), /more than 200 MB/],
    ['a bomb that says it is small', entryThatLies('word/document.xml', 90_000_000, 1_000), /is broken/],
    ['no XML', zipSync({ 'word/document.xml': strToU8('<w:document') }), /is broken/],
    [
      'nested without end',
      zipSync({ 'word/document.xml': strToU8('<a>'.repeat(100_000)) }),
      /pages of markup/,
    ],
    [
      'nothing but nodes',
      zipSync({ 'word/document.xml': strToU8(`<a>${'<b/>'.repeat(2_000_000)}`) }),
      /pages of markup/,
    ],
  ])('refuses a file that is %s in one line', (_, bytes, words) => {
    const started = process.cpuUsage()
    let problem: unknown
    try {
      wordDocument(bytes)
    } catch (error) {
      problem = error
    }
    expect(problem).toBeInstanceOf(Problem)
    expect((problem as Problem).message).toMatch(words)
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(15)
  })
})
