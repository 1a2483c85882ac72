import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import validate from '@ooxml-tools/validate'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { compareWord } from '../../src/markup/index.ts'
import { shared, withoutCorpus } from '../ooxml/corpus.ts'
import { p, wordFile } from '../ooxml/word-file.ts'

if (withoutCorpus) console.log(`skipped: ${withoutCorpus}, so no redline is held against the schema`)

/** What a reader of the Open XML SDK finds wrong in a file, or that it cannot open it at all. */
async function wrongIn(bytes: Uint8Array): Promise<string[]> {
  try {
    const found = (await validate(bytes.slice(), 'docx', 'Microsoft365')) as { description?: string }[]
    return found.map(({ description }) => `${description}`.replace(/\d+/g, '#'))
  } catch (error) {
    return [`cannot be opened: ${(error as Error).message.split('\n')[0]}`]
  }
}

test('a redline whose tables have other columns has nothing wrong', async () => {
  const table = (rows: string[][]) => {
    const cells = (row: string[]) =>
      row.map((words) => `<w:tc><w:tcPr><w:vAlign w:val="top"/></w:tcPr>${p(words)}</w:tc>`)
    const grid = rows[0]!.map(() => '<w:gridCol w:w="1000"/>').join('')
    const written = rows.map((row) => `<w:tr>${cells(row).join('')}</w:tr>`).join('')
    return wordFile({
      body: `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${written}</w:tbl>${p('Signed.')}`,
    })
  }
  const fees = [
    ['Service', 'Monthly fee', 'Notice'],
    ['Hosting of models', '100 dollars', '30 days'],
  ]
  const other = [
    ['Monthly fee', 'Notice', 'Owner'],
    ['100 dollars', '30 days', ''],
  ]
  const { bytes } = compareWord(table(fees), table(other), { author: 'Us', date: '2026-01-31T00:00:00Z' })
  expect(strFromU8(unzipSync(bytes)['word/document.xml']!).match(/<w:cell(?:Ins|Del) /g)).toHaveLength(4)
  expect(await wrongIn(bytes)).toEqual([])
})

test.skipIf(withoutCorpus).each([
  ['of words', false],
  ['of words and looks', true],
])('a redline in place, %s, has nothing wrong that neither of its files has', async (_, formatting) => {
  const corpus = join(shared, 'word-corpus')
  const pairs = readFileSync(join(corpus, 'pairs.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    // The reader is slow: every sixth, and of diagrams the one whose parts are carried over.
    .filter(([id, left = ''], at) => (at % 6 === 0 && left.startsWith('pairs/')) || id === 'WC-1320')
  expect(pairs.length).toBeGreaterThan(8)
  const fresh: string[] = []
  for (const [id, ...names] of pairs) {
    const [left, right] = names.slice(0, 2).map((name) => new Uint8Array(readFileSync(join(corpus, name))))
    const { bytes } = compareWord(left!, right!, { author: 'Us', date: '2026-01-31T00:00:00Z', formatting })
    const old = [...(await wrongIn(left!)), ...(await wrongIn(right!))]
    fresh.push(...(await wrongIn(bytes)).filter((one) => !old.includes(one)).map((one) => `${id}: ${one}`))
  }
  expect(fresh).toEqual([])
})
