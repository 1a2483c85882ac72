import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../src/compare/index.ts'
import { documents } from '../../src/draft/index.ts'
import { redlineOf } from '../../src/redline/index.ts'
import { openFile } from '../../src/texts/index.ts'
import { comparisonToDocx, draftToDocx, redlineToDocx } from '../../src/word/index.ts'
import { drafted, example, library } from '../draft/staff-documents.ts'
import { harbour } from '../redline/agreements.ts'

const table = (rows: string[]) => ['| Point | What |', '| --- | --- |', ...rows].join('\n')
const text = async (id: string, rows: string[]) => ({
  id,
  known: false,
  document: await openFile(
    `${id}.md`,
    new TextEncoder().encode(
      `# Berth Agreement\n\n1. **Fees.** Pay.\n\n${table(rows)}\n\n2. **Term.** One year.\n`,
    ),
  ),
})

const files: [string, () => Promise<Uint8Array>][] = [
  ...documents.map(({ id }): [string, () => Promise<Uint8Array>] => [
    id,
    () =>
      draftToDocx(
        drafted(
          id,
          withAddendum(
            example(
              id.startsWith('vendor-') || id.startsWith('clause-') || id.startsWith('negotiation-')
                ? 'vendor-saas'
                : 'acme',
            ),
          ),
        ),
      ),
  ]),
  [
    'a comparison',
    async () =>
      comparisonToDocx(
        compareTexts(
          library,
          await text('a', ['| Rent | 10 |', '| Deposit | 5 |']),
          await text('b', ['| Rent | 12 |']),
        ).comparison,
        { author: 'A. Counsel', date: '2025-01-31' },
      ),
  ],
  [
    'a redline',
    () => redlineToDocx(redlineOf(harbour, 'harbour', []), { author: 'A. Counsel', date: '2025-01-31' }),
  ],
]

describe('every Word file is one that a screen reader reads', () => {
  test.each(files)('%s', async (_, make) => {
    const parts = unzipSync(await make())
    const styles = strFromU8(parts['word/styles.xml']!)
    const xml = strFromU8(parts['word/document.xml']!)
    expect(styles).toMatch(/<w:docDefaults>.*<w:lang [^>]*w:val="[a-z]{2}-[A-Z]{2}".*<\/w:docDefaults>/s)
    expect(strFromU8(parts['docProps/core.xml']!)).toMatch(/<dc:language>[a-z]{2}-[A-Z]{2}</)
    for (const one of xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []) {
      expect(one).toMatch(/<w:tblCaption w:val="[^"]+"/)
      const [head = '', ...rest] = one.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
      if (rest.length > 0) expect(head).toContain('<w:tblHeader/>')
    }
    for (const [, picture = ''] of xml.matchAll(/<wp:docPr ([^>]*)>/g))
      expect(picture).toMatch(/descr="[^"]+"/)
    // What is called a heading or a title is one of Word's own, or says at what level it stands.
    const used = new Set([...xml.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, id]) => id!))
    const heads = [...used].filter((id) => /heading|title(?!s)/i.test(id) && id !== 'Subtitle')
    expect(heads).not.toEqual([])
    for (const id of heads) {
      const style = new RegExp(`<w:style [^>]*w:styleId="${id}"[^>]*>.*?</w:style>`, 's').exec(styles)![0]
      expect(/^(?:Title|Heading\d)$/.test(id) || style.includes('<w:outlineLvl ')).toBe(true)
    }
  })
})

/** With an addendum that was signed on another model, which an amendment is of. */
function withAddendum<M extends ReturnType<typeof example>>(matter: M): M {
  const addendum = { date: '2025-03-03', models: ['Llama 2 7B'] }
  return { ...matter, agreement: { ...matter.agreement, addendum } }
}
