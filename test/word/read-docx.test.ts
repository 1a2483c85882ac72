import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Clause, clausesOf, parseAgreement } from '../../src/agreement/index.ts'
import { Problem } from '../../src/problem.ts'
import { draftToDocx, readDocx, redlineToDocx } from '../../src/word/index.ts'
import { documentOf, make } from '../draft/making.ts'

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

const text = `# Service Agreement

1. Fees

1.1 The customer pays within thirty days.

1.2 A late payment bears:

(a) interest; and

(b) costs.

2. Term

One year (renewable).
`

const shape = ({ path, label, text }: Clause) => [path, label, text]

describe('reading a Word file', () => {
  it('gives the clause tree that the text with printed numbers gives', async () => {
    const { source, format, revisions } = await readDocx(await draftToDocx(draft))
    expect(revisions).toBe(false)
    expect(clausesOf(parseAgreement(source, { format })).map(shape)).toEqual(
      clausesOf(parseAgreement(text, { format: 'markdown' })).map(shape),
    )
  }, 60_000)

  it('accepts tracked changes, and says that there were some', async () => {
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
    const { source, revisions } = await readDocx(docx)
    expect(revisions).toBe(true)
    expect(source).toContain('Pay later.')
    expect(source).not.toContain('at once')
  }, 60_000)

  it.each([
    ['encrypted', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /encrypted/],
    ['not a zip', strToU8('Agreement'), /is not a .docx/],
    ['empty', new Uint8Array(), /is not a .docx/],
    ['cut off', strToU8('PK\u0003\u0004 and no more'), /is broken/],
    ['another zip', zipSync({ 'a.txt': strToU8('a') }), /no Word document/],
    ['200 MB', new Uint8Array(200_000_000), /larger than 50 MB/],
    ['a bomb', zipSync({ 'word/document.xml': new Uint8Array(210_000_000) }), /more than 200 MB/],
    ['no XML', zipSync({ 'word/document.xml': strToU8('<w:document') }), /cannot be read/],
  ])('refuses a file that is %s in one line', async (_, bytes, words) => {
    const problem = await readDocx(bytes as Uint8Array).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(Problem)
    expect((problem as Problem).message).toMatch(words as RegExp)
  })

  it('stops at its time limit', async () => {
    await expect(readDocx(await draftToDocx(draft), 1)).rejects.toThrow(/takes too long/)
  })
})
