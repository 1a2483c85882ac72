import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readReturn } from '../../src/deal/turns.ts'
import { loadTemplates } from '../../src/draft/index.ts'
import { packageRoot } from '../../src/home.ts'
import { openForEdits, resolveWord, wordsOfParagraph } from '../../src/markup/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import { Problem } from '../../src/problem.ts'
import { readIncoming, reviewOf } from '../../src/review/index.ts'
import { markWord } from '../../src/review/mark.ts'
import { openedDeal } from '../deal/deal.ts'
import { library } from '../review/library.ts'
import { type HostileFile, hostileFiles } from './files.ts'

const files = hostileFiles()
const matter = readMatter(
  readFileSync(join(packageRoot(), 'examples', 'vendor-saas.yaml'), 'utf8'),
  'vendor-saas.yaml',
)
const templates = await loadTemplates()
const deal = await openedDeal()

/** A problem in one plain sentence that says nothing of our program. */
function requirePlain(error: unknown): void {
  expect(error).toBeInstanceOf(Problem)
  const said = String(error)
  expect(said).toMatch(/^[^\n]{10,500}$/)
  expect(said).not.toMatch(/undefined|TypeError|RangeError|\bat \/|\[object|[\u0000-\u001f\u007f]/)
}

test('they are two hundred, each of its own kind', () => {
  expect(files.length).toBeGreaterThanOrEqual(200)
  expect(new Set(files.map(({ what }) => what)).size).toBe(files.length)
})

test.each(files)(
  '$what: is reviewed, and of a Word file marked up and read as a return, or refused in a plain sentence',
  async ({ name, bytes }: HostileFile) => {
    const isWord = /\.doc[xm]$/.test(name)
    const lines = (of: Uint8Array) => openForEdits(of).paragraphs.map(wordsOfParagraph)
    try {
      const paper = await readIncoming(name, bytes)
      const review = reviewOf({ ...paper, matter, library })
      expect(review.rows.length).toBeGreaterThan(0)
      expect(JSON.stringify(review)).not.toMatch(/\\u001b|\\u0007|[\u0000-\u001f]/)
      if (isWord) {
        const input = { review, matter, library, templates, only: new Set(['incidents']) }
        const back = markWord(bytes, input, { author: 'Harrow', date: '2026-11-29' }).bytes
        expect(Object.keys(unzipSync(back)).filter((part) => part.includes('..'))).toEqual([])
        expect(lines(resolveWord(back, { as: 'reject' }))).toEqual(
          lines(resolveWord(bytes, { as: 'reject' })),
        )
      }
    } catch (error) {
      requirePlain(error)
    }
    if (!isWord) return
    try {
      const reading = readReturn(deal.bytes, deal.marks, bytes, deal.points, 1)
      expect(reading.points.filter(({ outcome }) => outcome === 'accepted')).toEqual([])
    } catch (error) {
      requirePlain(error)
    }
  },
)

if (process.env.CLAUSEBOOK_LONG) {
  test('a hundred megabytes are read, or refused in a plain sentence', async () => {
    const much = new Uint8Array(100_000_000).fill(97)
    const files: [string, Uint8Array][] = [
      ['a.txt', much],
      ['a.md', much],
      ['a.html', much],
      ['a.pdf', Uint8Array.from([...strToU8('%PDF-1.7\n'), ...new Uint8Array(1)])],
      ['a.docx', zipSync({ 'word/document.xml': much })],
      ['a.docx', zipSync({ 'word/document.xml': [much, { level: 0 }] })],
    ]
    for (const [name, bytes] of files)
      expect((await readIncoming(name, bytes).catch(requirePlain))?.name ?? name).toBe(name)
  })
}
