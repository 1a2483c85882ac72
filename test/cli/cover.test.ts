import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { p, wordFile } from '../ooxml/word-file.ts'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-cover-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
writeFileSync(at('left.docx'), wordFile({ body: p('1. The Lamp is lent for 30 days.') }))
writeFileSync(at('right.docx'), wordFile({ body: p('1. The Lamp is lent for 60 days.') }))
const words = [at('left.docx'), at('right.docx')]
const texts = [1, 2].map((version) => join(packageRoot(), 'examples', 'agreements', `lantern-${version}.md`))

const compare = (files: string[], output: string, cover: string) =>
  clausebook(['compare', ...files, '--date', '2026-01-31', '--output', at(output), '--cover', cover])
const bodyOf = (name: string) => strFromU8(unzipSync(readFileSync(at(name)))['word/document.xml']!)
/** Where the cover begins, and where the first tracked change stands. */
const places = (name: string) => [
  bodyOf(name).indexOf('>Texts compared<'),
  bodyOf(name).search(/<w:(?:ins|del) /),
]

test('the cover of a redline of texts stands where it is asked for', () => {
  expect(compare(texts, 'first.docx', 'first').status).toBe(0)
  expect(compare(texts, 'last.docx', 'last').status).toBe(0)
  expect(compare(texts, 'none.docx', 'none').status).toBe(0)
  const [first, last] = [places('first.docx'), places('last.docx')]
  expect(first[0]).toBeGreaterThan(0)
  expect(first[0]!).toBeLessThan(first[1]!)
  expect(last[0]!).toBeGreaterThan(last[1]!)
  expect(places('none.docx')[0]).toBe(-1)
  expect(bodyOf('last.docx')).toContain('stands before this with tracked changes')
})

test('a separate cover is a file beside the redline of two Word files, which has no page of ours', () => {
  expect(compare(words, 'redline.docx', 'separate')).toMatchObject({ status: 0 })
  expect(places('redline.docx')[0]).toBe(-1)
  const [cover, change] = places('redline-cover.docx')
  expect(cover).toBeGreaterThan(0)
  expect(change).toBe(-1)
  expect(bodyOf('redline-cover.docx')).toContain('The redline is a file of its own.')
})

test.each([
  [words, 'x.docx', 'first', 'a page of ours would be in neither'],
  [texts, 'x.md', 'last', '--cover is for a Word redline'],
])('what cannot have a cover is refused, and nothing is written: %#', (files, output, cover, reason) => {
  const before = readdirSync(folder)
  const { status, stderr } = compare(files, output, cover)
  expect(status).toBe(2)
  expect(stderr).toContain(reason)
  expect(readdirSync(folder)).toEqual(before)
})
