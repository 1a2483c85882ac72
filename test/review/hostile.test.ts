import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { parseBlocks } from '../../src/agreement/index.ts'
import { loadTemplates } from '../../src/draft/index.ts'
import { packageRoot } from '../../src/home.ts'
import { openForEdits, resolveWord, wordsOfParagraph } from '../../src/markup/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import { Problem } from '../../src/problem.ts'
import { reviewOf } from '../../src/review/index.ts'
import { markWord } from '../../src/review/mark.ts'
import { bodyBlocks } from '../../src/texts/word.ts'
import { library } from './library.ts'
import { bare, vendorPaper } from './vendor-paper.ts'

const facts = readFileSync(join(packageRoot(), 'examples', 'vendor-saas.yaml'), 'utf8')
const matter = readMatter(facts, 'vendor-saas.yaml')
const templates = await loadTemplates()
const good = await vendorPaper(bare, 'typed')

/** Reviews a file and marks one clause up in it. */
function mark(bytes: Uint8Array): Uint8Array {
  const { document, blocks } = openForEdits(bytes)
  const agreement = parseBlocks(bodyBlocks(document, blocks).map(({ block }) => block))
  const review = reviewOf({ name: 'their.docx', agreement, matter, library })
  const input = { review, matter, library, templates, only: new Set(['incidents']) }
  return markWord(bytes, input, { author: 'Harrow', date: '2026-11-29' }).bytes
}

/** The good file with its body changed, and with further parts. */
function changed(body: (xml: string) => string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const parts = unzipSync(good)
  const xml = strFromU8(parts['word/document.xml']!)
  return zipSync({ ...parts, 'word/document.xml': strToU8(body(xml)), ...more })
}

/** Numbers that are the same each time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1103515245 + 12345) % 2147483648
    yield state
  }
}

function bitten(seed: number): Uint8Array {
  const bytes = good.slice()
  const next = numbers(seed)
  for (let bite = 0; bite < 25; bite += 1) {
    const at = next.next().value! % bytes.length
    bytes[at] = next.next().value! % 256
  }
  return bytes
}

const lines = (bytes: Uint8Array) => openForEdits(bytes).paragraphs.map(wordsOfParagraph)
const container = Uint8Array.from([
  0xd0,
  0xcf,
  0x11,
  0xe0,
  0xa1,
  0xb1,
  0x1a,
  0xe1,
  ...new Array(2000).fill(7),
])
/** The entries of the directory of a zip say whether a password locks them. */
const locked = good.map((byte, at) =>
  good[at - 8] === 0x50 && good[at - 7] === 0x4b && good[at - 6] === 1 && good[at - 5] === 2
    ? byte | 1
    : byte,
)

describe('a file that cannot be marked up ends in a plain sentence', () => {
  test.each<[string, Uint8Array]>([
    ['empty', new Uint8Array()],
    ['a text', strToU8('Terms of service')],
    ['a PDF', strToU8('%PDF-1.7\n%âãÏÓ\n')],
    ['encrypted', container],
    ['with a password in the zip', locked],
    ['without a body', zipSync({ 'word/styles.xml': strToU8('<w:styles/>') })],
    ['an open tag', changed((xml) => xml.replace('</w:body>', ''))],
    ['cut in a tag', changed((xml) => xml.slice(0, xml.length / 2))],
    ['no markup', changed(() => 'words')],
    ['an entity that grows', changed((xml) => `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(999)}">]>${xml}`)],
    ...Array.from({ length: 30 }, (_, at): [string, Uint8Array] => [
      `cut after ${at} of 30`,
      good.slice(0, Math.floor((good.length * at) / 30)),
    ]),
  ])('%s', (_, bytes) => {
    expect(() => mark(bytes)).toThrow(Problem)
    try {
      mark(bytes)
    } catch (error) {
      const { message } = error as Problem
      expect(message).toMatch(/^[^\n]{10,400}$/)
      expect(message).not.toMatch(/undefined|TypeError|\bat \/|\[object/)
    }
  })
})

test('bytes that were changed end in a sentence or in a file', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    try {
      expect(mark(bitten(seed)).length).toBeGreaterThan(0)
    } catch (error) {
      expect(error, `seed ${seed}`).toBeInstanceOf(Problem)
    }
  }
})

/** Words of forty people, some put in, some taken out, one over the other. */
function byForty(xml: string): string {
  const marks = Array.from({ length: 40 }, (_, at) => {
    const by = `w:id="${9000 + at}" w:author="Author ${at}" w:date="2026-11-0${(at % 9) + 1}T00:00:00Z"`
    return at % 2 === 0
      ? `<w:ins ${by}><w:r><w:t>word ${at} </w:t></w:r></w:ins>`
      : `<w:del ${by}><w:r><w:delText>word ${at} </w:delText></w:r></w:del>`
  })
  return xml.replaceAll('</w:p>', `${marks.join('').replaceAll(/w:id="\d+"/g, 'w:id="9000"')}</w:p>`)
}

test.each<[string, Uint8Array]>([
  ['with macros', changed((xml) => xml, { 'word/vbaProject.bin': container })],
  ['tracked by forty authors', changed(byForty)],
  ['of our author', changed((xml) => byForty(xml).replaceAll(/Author \d+/g, 'Harrow'))],
  [
    'with deep tables',
    changed((xml) =>
      xml.replace(
        '<w:p>',
        `${'<w:tbl><w:tr><w:tc>'.repeat(40)}<w:p/>${'<w:p/></w:tc></w:tr></w:tbl>'.repeat(40)}<w:p>`,
      ),
    ),
  ],
])('a file %s is marked up, and theirs stays theirs', (_, bytes) => {
  const back = mark(bytes)
  expect(lines(back).length).toBeGreaterThan(lines(bytes).length)
  expect(lines(resolveWord(back, { as: 'reject' }))).toEqual(lines(resolveWord(bytes, { as: 'reject' })))
})
