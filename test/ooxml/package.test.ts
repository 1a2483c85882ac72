import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  openPackage,
  parseXml,
  readWord,
  splice,
  splicePart,
  viewWord,
  writePackage,
  type XmlElement,
} from '../../src/ooxml/index.ts'
import { withoutCorpus, wordFiles } from './corpus.ts'
import { p, run, wordFile } from './word-file.ts'

function text(bytes: Uint8Array): string[] {
  const [body] = viewWord(readWord(openPackage(bytes)))
  return body!.blocks.map((block) =>
    block.type === 'paragraph' ? block.pieces.map(({ text }) => text).join('') : block.type,
  )
}

/** What each part holds, in short. */
function digests(parts: Record<string, Uint8Array>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  )
}

describe('a package', () => {
  const files = wordFiles('word-corpus')

  it.skipIf(withoutCorpus)('written without a change has every part to the byte', () => {
    for (const file of files) {
      const bytes = new Uint8Array(readFileSync(file))
      const written = writePackage(openPackage(bytes))
      expect(digests(unzipSync(written))).toEqual(digests(unzipSync(bytes)))
    }
  })

  it.skipIf(withoutCorpus)('keeps every byte that a splice does not touch', () => {
    for (const path of files.filter((_, at) => at % 10 === 0)) {
      const bytes = new Uint8Array(readFileSync(path))
      const file = openPackage(bytes)
      const root = file.xml(file.main).root
      const start = root.innerEnd
      const changes = new Map([
        [file.main, splicePart(file, file.main, [{ start, end: start, text: '<!-- é -->' }])],
      ])
      const [before, after] = [unzipSync(bytes), unzipSync(writePackage(file, changes))]
      const [old, now] = [before[file.main]!, after[file.main]!]
      expect(Buffer.from(now).toString().replace('<!-- é -->', '') === Buffer.from(old).toString()).toBe(true)
      delete before[file.main]
      delete after[file.main]
      expect(digests(after)).toEqual(digests(before))
    }
  })

  it('takes parts in and away, and gives the same bytes for the same changes', () => {
    const file = openPackage(wordFile({ body: p('One'), footnotes: '' }))
    const changes = new Map([
      ['word/footnotes.xml', undefined],
      ['word/new.txt', new TextEncoder().encode('new')],
    ])
    const written = writePackage(file, changes)
    expect(Object.keys(unzipSync(written))).not.toContain('word/footnotes.xml')
    expect(Buffer.from(unzipSync(written)['word/new.txt']!).toString()).toBe('new')
    expect(writePackage(file, changes)).toEqual(written)
  })

  it.each([
    ['in another place', { main: 'word/document2.xml' }],
    ['in a folder of its own', { main: 'a/b/c.xml' }],
  ])('is read where its document is %s', (_, options) => {
    expect(text(wordFile({ body: p('One'), ...options }))).toEqual(['One'])
  })

  it.each(['utf-16le', 'utf-16be'])('is read and written in %s', (encoding) => {
    const utf8 = openPackage(wordFile({ body: p('“Grüße” 𝔸') }))
    const units = Buffer.from(`\uFEFF${utf8.xml(utf8.main).text}`, 'utf16le')
    const bytes = new Uint8Array(encoding === 'utf-16be' ? units.swap16() : units)
    const file = openPackage(writePackage(utf8, new Map([[utf8.main, bytes]])))
    expect(text(writePackage(file))).toEqual(['“Grüße” 𝔸'])
    expect(splicePart(file, file.main, [])).toEqual(bytes)
  })

  it('whose bytes were changed on the way is refused, since a digit may be another now', () => {
    const bytes = wordFile({ body: p('700 million') })
    const file = openPackage(bytes)
    const stored = file.entries.find(({ name }) => name === file.main)!
    const at = stored.packed.byteOffset - bytes.byteOffset + 20
    const harmed = bytes.slice()
    harmed[at] = harmed[at]! ^ 1
    expect(() => text(harmed)).toThrow(/is broken/)
  })
})

describe('XML', () => {
  it('knows the place of every element, whatever stands between', () => {
    const source =
      '<?xml version="1.0"?>\r\n<!-- 😀 --><w:a xmlns:w="u"><b x="1 &lt; 2">t&amp;t<!-- c --><![CDATA[<d>]]>\r\n</b><c/><w:e\n></w:e ></w:a>\n'
    const outside: string[] = []
    const visit = (element: XmlElement) => {
      outside.push(source.slice(element.start, element.end))
      expect(source.slice(element.start)).toMatch(/^<[\w:]+/)
      expect(source.slice(0, element.end)).toMatch(/>$/)
      expect(source.slice(element.innerEnd, element.end)).toMatch(/^(?:<\/[^>]+>)?$/)
      for (const node of element.children) if (node.type === 'element') visit(node)
    }
    const root = parseXml(source)
    visit(root)
    expect(outside.slice(1)).toEqual([
      '<b x="1 &lt; 2">t&amp;t<!-- c --><![CDATA[<d>]]>\r\n</b>',
      '<c/>',
      '<w:e\n></w:e >',
    ])
    const [b] = root.children
    const words =
      b?.type === 'element' ? b.children.map((node) => (node.type === 'text' ? node.text : '')) : []
    expect(words.join('')).toBe('t&t<d>\n')
    const texts = b?.type === 'element' ? b.children.map(({ start, end }) => source.slice(start, end)) : []
    expect(texts.join('')).toBe('t&amp;t<![CDATA[<d>]]>\r\n')
  })

  it.each([
    ['an entity of its own', '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'],
    ['two roots', '<a/><b/>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['a prefix that is bound to nothing', '<w:a/>'],
    ['nothing', ''],
  ])('with %s is refused', (_, source) => {
    expect(() => parseXml(source)).toThrow(/is broken/)
  })

  it('is spliced at offsets, and two splices over one another are a mistake', () => {
    expect(
      splice('abcdef', [
        { start: 4, end: 6, text: 'X' },
        { start: 1, end: 1, text: '1' },
        { start: 1, end: 2, text: '2' },
      ]),
    ).toBe('a12cdX')
    expect(() =>
      splice('abc', [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ]),
    ).toThrow(RangeError)
    expect(() => splice('abc', [{ start: 2, end: 9, text: '' }])).toThrow(RangeError)
  })
})

describe('a paragraph', () => {
  it('can be edited at the place of its words', () => {
    const file = openPackage(wordFile({ body: p(run('Ten ') + run('euros'), '') + p('Twenty euros') }))
    const document = readWord(file)
    const [, second] = document.stories[0]!.blocks
    const piece = second?.type === 'paragraph' ? second.pieces[0]! : undefined
    const { innerStart: start, innerEnd: end } = piece!.node
    const changes = new Map([
      [file.main, splicePart(file, file.main, [{ start, end, text: 'Thirty &lt; forty' }])],
    ])
    expect(text(writePackage(file, changes))).toEqual(['Ten euros', 'Thirty < forty'])
  })
})
