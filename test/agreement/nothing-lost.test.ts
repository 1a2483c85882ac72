import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clausesOf, normalise, parseAgreement, textOf } from '../../src/agreement/index.ts'
import fc from '../setup/fast-check.ts'
import { asHtml, asMarkdown, asText, asWrappedText, madeAgreement, pathsOf } from './generated.ts'

describe('an agreement that nobody has seen before', () => {
  const writings = { asText, asWrappedText, asMarkdown, asHtml }
  for (const [name, write] of Object.entries(writings)) {
    test(`has the paths that its numbers say (${name})`, () => {
      fc.assert(
        fc.property(madeAgreement, (made) => {
          const source = write(made)
          const agreement = parseAgreement(source)
          expect(
            clausesOf(agreement)
              .filter(({ kind }) => kind === 'section')
              .map(({ path }) => path),
          ).toEqual(pathsOf(made))
          expect(textOf(agreement)).toBe(normalise(source))
        }),
        { numRuns: 60 },
      )
    })
  }

  test('says where in the source each clause stands', () => {
    fc.assert(
      fc.property(madeAgreement, (made) => {
        const source = asText(made)
        const rows = source.split('\n')
        for (const { label, text, position } of clausesOf(parseAgreement(source))) {
          const row = rows[position.start.line - 1]!.slice(position.start.column - 1)
          expect(row.startsWith(label === '' ? text : `${label} ${text}`)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('no word is lost', () => {
  const marks = fc.constantFrom(
    '1. ', 'a. ', '(i) ', '- ', '• ', '\t', '    ', '\n', '\n\n', '**', '“Term” means ', 'non-', '# ', '> ', '<b>', '</p>', '1\\. ', '&amp;', '§ 2 ', '.', 'The Party', 'OF THE', '2.1 ', '\u2028', '_', '](', '[',
  ) // biome-ignore format: a list of marks
  const soup = fc.array(fc.oneof(marks, fc.string({ maxLength: 12 })), { maxLength: 60 })

  for (const format of ['text', 'markdown', 'html', undefined] as const) {
    test(`of any string (${format ?? 'format unsaid'})`, () => {
      fc.assert(
        fc.property(soup, (parts) => {
          const source = parts.join('')
          const agreement = parseAgreement(source, format ? { format } : {})
          expect(textOf(agreement)).toBe(normalise(source, format))
          const paths = clausesOf(agreement).map(({ path }) => path)
          expect(new Set(paths).size).toBe(paths.length)
        }),
        { numRuns: 400 },
      )
    })
  }

  const folder = process.env.CLAUSEBOOK_TEXTS
  test.skipIf(!folder)('of any official text', async () => {
    let texts = 0
    for (const entry of await readdir(folder!, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name === 'SOURCES.tsv') continue
      const source = await readFile(join(entry.parentPath, entry.name), 'utf8')
      expect(textOf(parseAgreement(source))).toBe(normalise(source))
      texts += 1
    }
    expect(texts).toBeGreaterThanOrEqual(13)
  })
})

test.each([
  ['a word that looks like a marker', 'ba. x'],
  ['tags nested 20,000 deep', `${'<div>'.repeat(20_000)}1. Light.${'</div>'.repeat(20_000)}`],
  ['lists nested 5,000 deep', '<ol><li>a'.repeat(5_000)],
  ['quotation marks and brackets without end', '['.repeat(50_000) + '“'.repeat(50_000)],
  ['a lone surrogate', '1. \ud800 light'],
])('%s does not throw', (_, source) => {
  for (const format of ['text', 'markdown', 'html'] as const)
    expect(textOf(parseAgreement(source, { format }))).toBe(normalise(source, format))
})

test.each([
  ['a line of a million underscores', `${'_'.repeat(1_000_000)}x`],
  ['a line of a million stars and spaces', `${'* '.repeat(500_000)}x`],
  ['thirty thousand items in one sentence', `1. X: ${Array.from({ length: 30_000 }, (_, at) => `(${String.fromCharCode(97 + (at % 26))}) y; `).join('')}`],
  ['lists nested 1,000 deep', Array.from({ length: 1_000 }, (_, at) => `${' '.repeat(at)}- x`).join('\n')],
  ['three thousand lists, each of its own', Array.from({ length: 3_000 }, (_, at) => `${at % 2 ? '(a)' : 'A.'} Light ${at}.`).join('\n\n')],
])('%s is read whole', (_, source) => {
  for (const format of ['text', 'markdown'] as const)
    expect(textOf(parseAgreement(source, { format }))).toBe(normalise(source, format))
}) // biome-ignore format: a row for each
