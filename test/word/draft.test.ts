import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { printable } from '../../src/draft/template/slot.ts'
import { draftToDocx } from '../../src/word/index.ts'
import { documentOf, make } from '../draft/making.ts'
import { expectValid } from './validity.ts'

const source = `# A Letter

A paragraph with **strong** words, a [link](https://example.com/a?b=1&c=2) and a “:term[Term]”.

:::::clause[First things]{#first}
::::clause{#inner}
Words that :ref[second] completes.

:::clause{#deep}
At the third level.
:::
::::
:::::

:::::clause[Second things]{#second}
As :ref[deep] says, and :ref[annex].
:::::

- one
- two

1. first
2. second

::::schedule[The annex]{#annex}
| Section | Words |
| ------- | ----: |
| 2       | three |

:::clause{#again}
Counts from one.
:::
::::
`

function partOf(docx: Uint8Array, name: string): string {
  return strFromU8(unzipSync(docx)[name]!)
}

describe('a draft as a Word file', () => {
  const draft = documentOf(make(source))

  it('is valid Open XML', async () => {
    await expectValid(await draftToDocx(draft))
  })

  it('is the same bytes each time', async () => {
    const [first, second] = [await draftToDocx(draft), await draftToDocx(draft)]
    const [parts, again] = [unzipSync(first!), unzipSync(second!)]
    for (const [name, part] of Object.entries(parts))
      expect([name, strFromU8(part)]).toEqual([name, strFromU8(again[name]!)])
    expect(Buffer.from(first!).equals(Buffer.from(second!))).toBe(true)
  })

  it('holds each value as it is, also where a draft of the same shape was written before', async () => {
    const values = ['Ash', '<b>&amp;"\'', '\uFDD00\uFDD1', 'a\tb', '$& $1', '\u202Eevil', '字', '']
    for (const x of [...values, ...values.toReversed()]) {
      const made = make('# {{x}}\n\nTo {{x}}.\n\n| A |\n| --- |\n| {{x}} |\n\n::signatures{of="parties"}\n', {
        x,
        parties: [{ name: x || 'None', signatory: x, title: 'CEO' }],
      })
      const xml = partOf(await draftToDocx(documentOf(made)), 'word/document.xml')
      const words = printable(x)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
      const printed = xml.match(/<w:t[^>]*>[^<]*<\/w:t>/g)!.map((run) => run.replace(/<[^>]*>/g, ''))
      expect(printed.filter((run) => run.includes(words)).length).toBeGreaterThanOrEqual(x === '' ? 0 : 4)
      expect(printed.find((run) => run.startsWith('Name:'))).toBe(`Name:\t${words}${x === '' ? '\t' : ''}`)
    }
  })

  it('lets Word count the clauses, and start again in a schedule', async () => {
    const xml = partOf(await draftToDocx(draft), 'word/document.xml')
    expect(xml).not.toContain('>1.1<')
    const lists = [
      ...xml.matchAll(/<w:pStyle w:val="Clause(?:Heading|\d)"\/>(?:(?!<\/w:pPr>).)*?<w:numId w:val="(\d+)"/g),
    ]
    expect(new Set(lists.map(([, id]) => id)).size).toBe(2)
  })

  it('refers by fields to bookmarks that are there, with the number that the tree has', async () => {
    const xml = partOf(await draftToDocx(draft), 'word/document.xml')
    const fields = [...xml.matchAll(/w:instr="REF (\w+) \\w \\h"><w:r><w:t[^>]*>([^<]*)</g)]
    expect(fields.map(([, , number]) => number)).toEqual(['2', '1.1(a)', 'Schedule 1'])
    for (const [, name] of fields) expect(xml).toContain(`<w:bookmarkStart w:name="${name}"`)
  })

  it('keeps the signatures of all parties on one page, and a sentence with the table that it leads into', async () => {
    const parties = [{ name: 'One' }, { name: 'Two' }]
    const made = make('Rates:\n\n| A |\n| --- |\n| b |\n\nSigned.\n\n::signatures{of="parties"}\n', {
      parties,
    })
    const xml = partOf(await draftToDocx(documentOf(made)), 'word/document.xml')
    const styles = [...xml.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style)
    const party = (last: string) => ['SignatureParty', ...Array(3).fill('SignatureLine'), last]
    expect(styles.filter((style) => style !== 'AfterTable')).toEqual([
      ...['LeadIn', 'TableHead', 'TableText', 'LeadIn'],
      ...party('SignatureLine'),
      ...party('SignatureLastLine'),
    ])
  })

  it('formats nothing by hand', async () => {
    const xml = partOf(await draftToDocx(draft), 'word/document.xml')
    expect(xml).not.toMatch(/<w:(b|i|sz|rFonts|color|jc|ind|spacing)\b/)
  })

  it('says in its header that counsel reviews it, until it is final', async () => {
    const final = { ...draft, properties: { ...draft.properties, status: 'Final' } }
    expect(partOf(await draftToDocx(draft), 'word/header1.xml')).toContain('Draft for review by counsel')
    expect(partOf(await draftToDocx(final), 'word/header1.xml')).not.toContain('Draft for review')
  })
})
