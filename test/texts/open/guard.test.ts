import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openFile } from '../../../src/texts/open/open-file.ts'
import { missedWords } from '../../../src/texts/open/word/guard.ts'
import { wordDocument } from '../../../src/texts/open/word.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** A Word file with a body, a footnote and a header. */
function wordFile(body = ''): Uint8Array {
  const rels = (list: [string, string][]) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${list
      .map(
        ([type, target], at) => `<Relationship Id="r${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`
  const types = ['document.main', 'footnotes', 'header']
    .map(
      (type, at) =>
        `<Override PartName="/word/${['document', 'footnotes', 'header1'][at]}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
    )
    .join('')
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types}</Types>`,
    '_rels/.rels': rels([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': rels([
      ['footnotes', 'footnotes.xml'],
      ['header', 'header1.xml'],
    ]),
    'word/document.xml': `<w:document xmlns:w="${W}" xmlns:r="${OFFICE}"><w:body><w:p><w:r><w:t>The fee is ten eu</w:t></w:r><w:r><w:t>ros.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>${body}<w:sectPr><w:headerReference w:type="default" r:id="r2"/></w:sectPr></w:body></w:document>`,
    'word/footnotes.xml': `<w:footnotes xmlns:w="${W}"><w:footnote w:id="1"><w:p><w:r><w:t>The euros of the buyer.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    'word/header1.xml': `<w:hdr xmlns:w="${W}"><w:p><w:r><w:t>Confidential draft</w:t></w:r></w:p></w:hdr>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

/** A Word file whose document says that it has 1,000 bytes, and has many more. */
function lying(size: number): Uint8Array {
  const bytes = zipSync({ 'word/document.xml': [new Uint8Array(size), { level: 1 }] })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = view.getUint32(bytes.length - 6, true)
  view.setUint32(directory + 24, 1000, true)
  view.setUint32(22, 1000, true)
  return bytes
}

describe('the guard', () => {
  test('is silent on what was read whole', async () => {
    const bytes = wordFile()
    const document = await openFile('offer.docx', bytes)
    expect(document.unread).toEqual([])
    const kinds = document.stories.map(({ kind }) => kind).filter((kind) => kind !== 'links')
    expect(kinds.sort()).toEqual(['body', 'footnotes', 'headers'])
  })

  test.each([
    ['footnotes', 'word/footnotes.xml', 5],
    ['headers', 'word/header1.xml', 2],
    ['body', 'word/document.xml', 5],
  ])('notices a reader that drops %s, though its words stand elsewhere too', (kind, place, words) => {
    const bytes = wordFile()
    const document = wordDocument(bytes)
    const stories = document.stories.filter((story) => story.kind !== kind)
    const missed = missedWords(bytes, { ...document, stories })
    expect(missed.reduce((sum, one) => sum + (one.words ?? 0), 0)).toBe(words)
    expect(missed.map((one) => one.place)).toContain(place)
  })

  test('notices words of a part that no reader knows', () => {
    const bytes = wordFile(
      '<w:p><w:unknownToAll><w:r><w:t>seven words that nobody has ever read</w:t></w:r></w:unknownToAll></w:p>',
    )
    const document = wordDocument(bytes)
    const said = JSON.stringify(document.stories).includes('seven words')
    expect(said || missedWords(bytes, document).length > 0).toBe(true)
  })

  test('takes no word of another story, of a link or of another place for one that is lost', () => {
    const bytes = wordFile('<w:p><w:r><w:t>Confidential</w:t></w:r></w:p>')
    const document = wordDocument(bytes)
    const stories = document.stories.map((story) =>
      story.kind === 'body' ? { ...story, blocks: story.blocks.slice(0, 1) } : story,
    )
    const links = {
      kind: 'links' as const,
      name: '',
      blocks: [{ type: 'paragraph' as const, text: 'Confidential' }],
    }
    expect(missedWords(bytes, { ...document, stories: [...stories, links] })).toEqual([
      { kind: 'not-read', place: 'word/document.xml', words: 1, text: 'Confidential' },
    ])
  })

  test('notices a sign of a font of signs that is lost, and an odd one as it is printed', () => {
    const sign = (char: string) => `<w:r><w:sym w:font="Wingdings" w:char="${char}"/></w:r>`
    const bytes = wordFile(
      `<w:p>${sign('F0FE')}<w:r><w:t>Gold</w:t></w:r>${sign('F0A8')}${sign('F0FE')}</w:p>`,
    )
    const document = wordDocument(bytes)
    expect(missedWords(bytes, document)).toEqual([])
    const stories = document.stories.map((story) => ({
      ...story,
      blocks: story.blocks.map((block) =>
        block.type === 'paragraph' ? { ...block, text: block.text.replace('☑', '') } : block,
      ),
    }))
    expect(missedWords(bytes, { ...document, stories })).toMatchObject([{ words: 1, text: '☑' }])
  })

  test.each([
    ['in the fallback alone', '', 'kept words', ['kept words']],
    ['in both', 'kept words', 'kept words', ['kept words']],
    ['other ones in each', 'other thing', 'kept words', ['kept words', 'other thing']],
  ])(
    'loses no words where a choice asks for what nobody understands: %s',
    async (_, choice, fallback, said) => {
      const branch = (words: string) => (words === '' ? '' : `<w:r><w:t>${words}</w:t></w:r>`)
      const bytes = wordFile(
        `<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x="urn:example:nobody"><mc:AlternateContent><mc:Choice Requires="x">${branch(choice)}</mc:Choice><mc:Fallback>${branch(fallback)}</mc:Fallback></mc:AlternateContent></w:p>`,
      )
      const { stories, unread } = await openFile('offer.docx', bytes)
      const [body] = stories
      const texts = body!.blocks.map((block) => (block.type === 'paragraph' ? block.text : ''))
      expect([...texts.slice(1), ...unread.map(({ text }) => text)]).toEqual(said)
    },
  )

  test('ends at once on a file that floods it with elements or holds more than it says', async () => {
    const started = process.cpuUsage()
    await expect(openFile('flood.docx', wordFile('<w:p/>'.repeat(2_000_000)))).rejects.toThrow(/2,000 pages/)
    await expect(openFile('bomb.docx', lying(60_000_000))).rejects.toThrow(/is broken/)
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1e6).toBeLessThan(20)
  })

  test('tries no word against every other where very many are missed', () => {
    const many = (sign: string) => Array.from({ length: 30_000 }, (_, at) => `${sign}${at}`).join(' ')
    const bytes = wordFile(`<w:p><w:r><w:t>${many('x')}</w:t></w:r></w:p>`)
    const started = process.cpuUsage()
    const blocks = [{ type: 'paragraph' as const, text: many('y') }]
    const missed = missedWords(bytes, {
      stories: [{ kind: 'body', name: '', blocks }],
      leftOut: [],
      unread: [],
      notes: [],
    })
    const { user, system } = process.cpuUsage(started)
    expect(missed[0]).toMatchObject({ place: 'word/document.xml' })
    expect(missed[0]!.words).toBeGreaterThan(30_000)
    expect((user + system) / 1e6).toBeLessThan(20)
  })

  test('counts neither what is deleted in the view nor what is left out by a rule', () => {
    const bytes = wordFile(
      '<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>old words</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>new words</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden words</w:t></w:r></w:p>',
    )
    for (const view of ['accepted', 'original'] as const) {
      const document = wordDocument(bytes, { view })
      expect(missedWords(bytes, document, view)).toEqual([])
      expect(document.leftOut).toMatchObject([{ kind: 'hidden', words: 2, text: 'hidden words' }])
    }
  })

  const corpus = '../shared/word-corpus'
  const files = (() => {
    try {
      return readdirSync(corpus, { recursive: true, withFileTypes: true }).filter(({ name }) =>
        name.endsWith('.docx'),
      )
    } catch {
      console.log('skipped: ../shared/word-corpus is not here')
      return []
    }
  })()
  test.skipIf(files.length === 0)('is silent on Word files of many houses', () => {
    const loud: string[] = []
    let read = 0
    for (const { parentPath, name } of files) {
      // Images alone: nothing to read.
      if (name.startsWith('WC013-Image-')) continue
      const bytes = readFileSync(join(parentPath, name))
      const document = wordDocument(bytes)
      read += 1
      for (const { place, text } of missedWords(bytes, document)) loud.push(`${name} ${place}: ${text}`)
    }
    expect(loud).toEqual([])
    expect(read).toBeGreaterThan(150)
  })
})
