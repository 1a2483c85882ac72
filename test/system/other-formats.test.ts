import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { SourceBlock, SourceDocument } from '../../src/agreement/index.ts'
import { openFile } from '../../src/texts/index.ts'

const agreements = join(import.meta.dirname, '..', '..', '..', 'shared', 'word-corpus', 'agreements')
const missing = [
  existsSync(agreements) ? '' : `${agreements} is not here`,
  spawnSync('soffice', ['--version']).status === 0 ? '' : 'LibreOffice is not installed',
].filter(Boolean)
if (missing.length > 0) {
  if (process.env.CI === 'true') throw new Error(missing.join('; '))
  console.log(`skipped: ${missing.join('; ')}`)
}

const folder = mkdtempSync(join(tmpdir(), 'clausebook-formats-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes agreements in another format, with LibreOffice. */
function convert(names: string[], format: string): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const files = names.map((name) => join(agreements, `${name}.docx`))
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder, ...files], {
    stdio: 'ignore',
    timeout: 150_000,
  })
}

const opened = (file: string) => openFile(file, readFileSync(file))
const original = (name: string) => opened(join(agreements, `${name}.docx`))

/** The words of the body with its printed numbers, or of all that stands on the pages. */
function wordsOf({ stories }: SourceDocument, all = false): string[] {
  const lines = (block: SourceBlock): string[] =>
    block.type === 'paragraph'
      ? [`${block.label ?? ''} ${block.text}`]
      : block.rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks.flatMap(lines)))
  const text = stories
    .filter(({ kind }) => kind === 'body' || (all && kind !== 'links'))
    .flatMap(({ blocks }) => blocks.flatMap(lines))
  return (
    text
      .join(' ')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The share of words that the other text has too, each as often. */
function shareIn(words: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1)
  const found = words.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count > 0
  })
  return found.length / words.length
}

describe.skipIf(missing.length > 0)('an agreement that LibreOffice wrote', () => {
  const names = ['nda-1', 'covenant-1', 'order-form-1', 'series-seed-1']

  it('as a PDF has at least 99 of 100 words of the Word file, and as few others', async () => {
    convert(names, 'pdf')
    for (const name of names) {
      const pdf = await opened(join(folder, `${name}.pdf`))
      const word = await original(name)
      const words = wordsOf(word)
      // On a page of its own a head cannot be told from the body.
      const [kept, own] = [shareIn(words, wordsOf(pdf, true)), shareIn(wordsOf(pdf), wordsOf(word, true))]
      const percent = [kept, own].map((share) => `${(share * 100).toFixed(2)} %`).join(' and ')
      console.log(`${name}.pdf: ${words.length} words, ${percent} of them in the other`)
      expect(pdf.unread).toEqual([])
      expect(Math.min(kept, own), name).toBeGreaterThanOrEqual(0.99)
    }
  })

  it('as text, with the numbers that it prints, has the words that we read in the Word file', async () => {
    const bodies = [
      'nda-1',
      'nda-2',
      'covenant-1',
      'covenant-2',
      'order-form-1',
      'order-form-2',
      'series-seed-1',
      'series-seed-2',
    ]
    convert(bodies, 'txt:Text (encoded):UTF8')
    for (const name of bodies) {
      const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
      const words = wordsOf(await original(name))
      const theirs =
        text
          .normalize('NFKC')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? []
      // One word of 11,691 is set as two in the text.
      expect(Math.min(shareIn(words, theirs), shareIn(theirs, words)), name).toBeGreaterThan(0.9998)
    }
  })

  it.each(['odt', 'rtf', 'doc'])('as .%s is read as the Word file is', async (format) => {
    convert(['nda-1'], format)
    const document = await opened(join(folder, `nda-1.${format}`))
    expect(document.notes[0]).toBe('It was read through LibreOffice.')
    expect(document.unread).toEqual([])
    expect(wordsOf(document)).toEqual(wordsOf(await original('nda-1')))
  })
})
