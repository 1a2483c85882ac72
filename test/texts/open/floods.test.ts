import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../../src/compare/index.ts'
import { loadLibrary } from '../../../src/library/index.ts'
import { openFile } from '../../../src/texts/open/open-file.ts'

const library = await loadLibrary()

/** What a hostile file repeats, or a broken export. */
const floods = [
  ...[
    '_',
    '=',
    '"word ',
    '`',
    '*',
    '[',
    '](',
    '[a](',
    '![',
    '[^a]',
    '<',
    '</p>',
    '<b>',
    '<!--',
    '&',
    '|',
    '“',
    '\t',
  ],
  ...['(a) ', '1.', '1.1.1 ', '- ', '> ', '>- ', '1) 1) ', '**a', '~~a ', '\r', '\u00ad', '§ 1 ', '. A'],
  ...[
    ' x\n',
    '1. x\n',
    '- a\n',
    '| a\n',
    '#\n',
    'a\n\n',
    '[a]: b\n',
    '[^1]: x\n',
    '| a | b |\n|---|---|\n',
    '<div>\n',
  ],
]
/** Signs of a file: what takes time by the square of it takes minutes, and what is handed on at once overflows. */
const signsOf = (flood: string) => (flood.includes('\n') ? 15_000 : flood.length === 1 ? 100_000 : 50_000)

/** Each stands in two of three formats; in all of them for who has the time. */
const floodsOf = (extension: string) => {
  const left = ['txt', 'md', 'html'].indexOf(extension)
  return floods.filter((_, at) => process.env.CLAUSEBOOK_LONG || at % 3 !== left)
}

describe.each(['txt', 'md', 'html'])('a .%s of one thing over and over', (extension) => {
  it.each(floodsOf(extension))('%j is read and compared in time', async (flood) => {
    const text = `1. Fees. Ten.\n\n${flood.repeat(signsOf(flood) / flood.length)}\n\n2. Term. One year.\n`
    const read = async (source: string) => {
      const document = await openFile(`a.${extension}`, new TextEncoder().encode(source))
      return { id: 'a', known: false, document }
    }
    const [left, right] = [await read(text), await read(text.replace('Ten', 'Nine'))]
    const { comparison } = compareTexts(library, left, right)
    expect(comparison.pairs.some(({ status }) => status !== 'identical')).toBe(true)
  })
})

describe('a paragraph of Markdown with more than a reader of it can take', () => {
  const noted = async (text: string) =>
    (await openFile('a.md', new TextEncoder().encode(text))).notes.join(' ')

  it.each([
    ['brackets', 'See [a] and [b]. '.repeat(300)],
    ['marks of emphasis', '*One* and _two_. '.repeat(300)],
    ['lines in a paragraph', 'word\n'.repeat(6000)],
    ['lists or quotations nested', '> '.repeat(200)],
    ['lists nested', Array.from({ length: 150 }, (_, depth) => `${'  '.repeat(depth)}- one`).join('\n')],
    ['marks of emphasis', '`one` `two` '.repeat(300)],
  ])('says that it was read by line: %s', async (what, flood) => {
    expect(await noted(`1. Fees. Ten.\n\n${flood}\n`)).toMatch(
      new RegExp(`It has [^.]*${what}[^.]*, too much for a reader of Markdown, and was read line by line`),
    )
  })

  it.each([
    ['as many in paragraphs of their own', 'See [a] and [b], *or not*.\n\n'.repeat(600)],
    ['as many in items', '- See [a] and [b], *or not*.\n'.repeat(600)],
    ['as many in rows of a table', `| a | b |\n|---|---|\n${'| [a] | *b* |\n'.repeat(600)}`],
    [
      'lists ten deep',
      `${Array.from({ length: 10 }, (_, depth) => `${'  '.repeat(depth)}- one\n`).join('')}`.repeat(60),
    ],
    ['as many notes', '[^1]: One [a].\n'.repeat(600)],
  ])('is read as a page where there are %s', async (_, text) => {
    expect(await noted(`1. Fees.[^1] Ten.\n\n${text}\n`)).not.toContain('line by line')
  })
})
