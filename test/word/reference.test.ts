import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { compareRestated } from '../../src/compare/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { comparisonToDocx, draftToDocx } from '../../src/word/index.ts'
import { readLook } from '../../src/word/reference/read-look.ts'
import { documentOf, make } from '../draft/making.ts'
import { defaults, logo, looks, style, wordFile } from './reference/looks.ts'
import { expectValid } from './validity.ts'

const source = `# A Letter

A paragraph with **strong** words.

## A heading

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

> A quotation.

::::schedule[The annex]{#annex}
| Section | Words |
| ------- | ----: |
| 2       | three |

:::clause{#again}
Counts from one.
:::
::::
`

const draft = documentOf(make(source))

function textOf(docx: Uint8Array, name: string): string {
  return strFromU8(unzipSync(docx)[name]!)
}

function wordsIn(xml: string): string[] {
  return [...xml.matchAll(/<w:t\b[^>]*>([^<]*)</g)].map(([, words]) => words!)
}

/** Headers or footers of a file, joined, by the pages that they stand on. */
function running(docx: Uint8Array, kind: 'header' | 'footer'): Record<string, string> {
  const links = textOf(docx, 'word/_rels/document.xml.rels')
  return Object.fromEntries(
    [
      ...textOf(docx, 'word/document.xml').matchAll(
        new RegExp(`<w:${kind}Reference w:type="(\\w+)" r:id="(\\w+)"/>`, 'g'),
      ),
    ].map(([, pages, id]) => {
      const target = new RegExp(`Id="${id}"[^>]*Target="([^"]*)"`).exec(links)![1]!
      return [pages!, wordsIn(textOf(docx, `word/${target}`)).join('')]
    }),
  )
}

describe.each(Object.entries(looks))('a draft as %s has its documents', (_, reference) => {
  const look = readLook(reference())

  it('is valid, the same each time, and in the same words', async () => {
    const dressed = await draftToDocx(draft, look)
    await expectValid(dressed)
    expect(await draftToDocx(draft, readLook(reference()))).toEqual(dressed)
    const plain = await draftToDocx(draft)
    expect(wordsIn(textOf(dressed, 'word/document.xml'))).toEqual(wordsIn(textOf(plain, 'word/document.xml')))
  })

  it('is in the language of the document, and not of the reference', async () => {
    const styles = textOf(await draftToDocx(draft, look), 'word/styles.xml')
    expect(styles.match(/<w:lang\b[^>]*>/g)).toEqual(['<w:lang w:val="en-US" w:eastAsia="en-US"/>'])
  })

  it('says in each header what it is', async () => {
    for (const words of Object.values(running(await draftToDocx(draft, look), 'header')))
      expect(words).toContain('Draft for review by counsel')
  })
})

describe('what a firm’s reference document gives', () => {
  const look = readLook(looks.firm())

  it('is its page, which the tables of the document fit', async () => {
    expect(look.sheet).toMatchObject({
      size: { width: 11906, height: 16838 },
      margin: { left: 1701, right: 1417 },
    })
    const xml = textOf(await draftToDocx(draft, look), 'word/document.xml')
    expect(xml).toContain('<w:tblW w:type="dxa" w:w="8788"/>')
  })

  it('is its styles by the names that Word knows, whatever their ids', async () => {
    const dressed = await draftToDocx(draft, look)
    const xml = textOf(dressed, 'word/document.xml')
    for (const id of ['Titel', 'Textkrper', 'Überschrift1', 'Zitat'])
      expect(xml).toContain(`<w:pStyle w:val="${id}"/>`)
    // What it lacks is ours, based on what it has.
    expect(textOf(dressed, 'word/styles.xml')).toMatch(
      /<w:style [^>]*w:styleId="Clause2"[^>]*><w:name w:val="Clause 2"\/><w:basedOn w:val="Textkrper"\/>/,
    )
  })

  it('is how its clauses are numbered, where references read the same', async () => {
    const numbering = textOf(await draftToDocx(draft, look), 'word/numbering.xml')
    const [clauses] = numbering.match(/<w:abstractNum w:abstractNumId="5">.*?<\/w:abstractNum>/s) ?? []
    expect(clauses).toContain('<w:lvlText w:val="%1"/>')
    expect(clauses).toContain('<w:color w:val="7A1F2B"/>')
    expect(clauses).toContain('<w:ind w:left="851" w:hanging="851"/>')
    expect(look.left).toEqual([])
  })

  it('is a letterhead on its first page, and its own count of pages', async () => {
    const dressed = await draftToDocx(draft, look)
    const headers = running(dressed, 'header')
    expect(headers.first).toContain('Gray’s Inn Place')
    expect(headers.default).not.toContain('Gray’s Inn Place')
    expect(running(dressed, 'footer').default).not.toContain('Page ')
    expect(textOf(dressed, 'word/document.xml')).toContain('<w:titlePg/>')
  })

  it('numbers no heading beside clauses, whose numbers it would repeat', async () => {
    const heading = /<w:pPr><w:pStyle w:val="Überschrift1"\/>(.*?)<\/w:pPr>/
    const beside = textOf(await draftToDocx(draft, look), 'word/document.xml')
    expect(heading.exec(beside)![1]).toContain('<w:numId w:val="0"/>')
    const alone = textOf(
      await draftToDocx(documentOf(make('# Memo\n\n## A heading\n\nWords.\n')), look),
      'word/document.xml',
    )
    expect(heading.exec(alone)![1]).not.toContain('w:numId')
  })
})

it('takes a company’s logo, theme, bullets and table along', async () => {
  const dressed = await draftToDocx(draft, readLook(looks.company()))
  const parts = unzipSync(dressed)
  expect(parts['word/media/image1.png']).toEqual(logo())
  expect(strFromU8(parts['word/theme/theme1.xml']!)).toContain('0B6E4F')
  expect(strFromU8(parts['word/numbering.xml']!)).toContain('<w:lvlText w:val="▪"/>')
  expect(strFromU8(parts['word/document.xml']!)).toContain('<w:tblStyle w:val="TableGrid"/>')
})

it('has a public body’s even pages as its odd ones, mirrored', async () => {
  const dressed = await draftToDocx(draft, readLook(looks['public-body']()))
  expect(running(dressed, 'header')).toMatchObject({
    default: expect.stringContaining('Ministry of Records · Digital Services'),
    even: expect.stringContaining('Digital Services · Ministry of Records'),
  })
  expect(textOf(dressed, 'word/settings.xml')).toMatch(/<w:mirrorMargins\/>.*<w:evenAndOddHeaders\/>/)
})

it('says which numbers it cannot take, and keeps its references true', async () => {
  const look = readLook(
    wordFile({
      styles: `${defaults('')}${style('Standard', 'Normal')}${style('H1', 'heading 1', '<w:numPr><w:numId w:val="1"/></w:numPr>')}`,
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Article %1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      section: '<w:pgSz w:w="11906" w:h="16838"/>',
    }),
  )
  const dressed = await draftToDocx(draft, look)
  await expectValid(dressed)
  expect(look.left.join()).toContain('“Article 1” are not taken along')
  expect(textOf(dressed, 'word/numbering.xml')).toContain('<w:lvlText w:val="%1."/>')
})

it('keeps what is added and deleted in a redline', async () => {
  const library = await loadLibrary()
  const comparison = compareRestated(library, 'llama-2', 'llama-3.1')
  const by = { author: 'Dana Kim', date: '2026-01-31' }
  const dressed = await comparisonToDocx(comparison, { ...by, look: readLook(looks.firm()) })
  await expectValid(dressed)
  const changes = (docx: Uint8Array) => textOf(docx, 'word/document.xml').match(/<w:(?:ins|del) /g)
  expect(changes(dressed)).toEqual(changes(await comparisonToDocx(comparison, by)))
})

describe('a caption in a firm’s own style', () => {
  const captionIn = async (paragraph: string) => {
    const own = style('Standard', 'Normal') + style('Legenda', 'caption', paragraph)
    const look = readLook(wordFile({ styles: defaults('') + own, section: '' }))
    const styles = textOf(await draftToDocx(draft, look), 'word/styles.xml')
    return /<w:style [^>]*w:styleId="Legenda".*?<\/w:style>/s.exec(styles)![0]
  }

  it('stays on the page of its table, unless the firm says otherwise', async () => {
    expect(await captionIn('<w:jc w:val="center"/>')).toMatch(
      /<w:pPr><w:keepNext\/>.*<w:jc w:val="center"\/>/,
    )
    expect(await captionIn('')).toContain('<w:keepNext/>')
    expect(await captionIn('<w:keepNext w:val="0"/>')).toContain('<w:keepNext w:val="0"/>')
  })
})
