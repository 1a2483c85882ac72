import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { cleanWord } from '../../src/markup/index.ts'
import { wordDocument } from '../../src/texts/word.ts'
import { wordFile } from '../ooxml/word-file.ts'

const run = (words: string, properties = '') =>
  `<w:r w:rsidR="00AB12CD">${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
const p = (...runs: string[]) => `<w:p w:rsidR="00AB12CD">${runs.join('')}</w:p>`

/** What a file shows, by the reader of files that are compared. */
function shown(bytes: Uint8Array): string {
  const { stories } = wordDocument(bytes)
  return JSON.stringify(
    stories
      .filter(({ kind }) => kind !== 'comments')
      .map(({ kind, name, blocks }) => ({ kind, name, blocks })),
  )
}

function markup(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name}\n${strFromU8(content, true)}`)
    .join('\n')
}

const FULL = wordFile({
  body: [
    p(
      run('The Lamp '),
      '<w:commentRangeStart w:id="0"/>',
      run('is lent'),
      '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
      run(' at our walk-away price', '<w:vanish/>'),
      run('. See w:rsidR="00AB12CD".'),
    ),
    '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent>',
    p(run('Ada')),
    '</w:sdtContent></w:sdt>',
  ].join(''),
  comments: `<w:comment w:id="0" w:author="Ada Counsel">${p(run('Do not give in here'))}</w:comment>`,
  parts: [
    { type: 'customXml', id: 'x1', name: 'customXml/item1.xml', content: '<a>client 4711</a>' },
    {
      type: 'settings',
      id: 's1',
      name: 'word/settings.xml',
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml',
      content:
        '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:rsids><w:rsid w:val="00AB12CD"/></w:rsids></w:settings>',
    },
  ],
})

describe('a file that is cleaned', () => {
  test('shows the same words and nothing that was hidden in it', () => {
    const { bytes, removed } = cleanWord(FULL)
    expect(shown(bytes)).toBe(shown(FULL))
    const text = markup(bytes)
    for (const secret of [
      'walk-away',
      'Ada Counsel',
      'Do not give in',
      'client 4711',
      'w:rsids',
      'dataBinding',
    ])
      expect(text).not.toContain(secret)
    // Words that look like an id are words.
    expect(text).toContain('See w:rsidR="00AB12CD".')
    expect(new Set(removed.map(({ kind }) => kind))).toEqual(
      new Set(['comments', 'hidden', 'custom-parts', 'revision-ids']),
    )
  })

  test.each([
    ['comments', 'Ada Counsel'],
    ['hidden', 'walk-away'],
    ['custom-parts', 'client 4711'],
    ['revision-ids', '<w:rsids>'],
  ] as const)('keeps %s where that is said', (kind, words) => {
    const { bytes, removed } = cleanWord(FULL, { keep: [kind] })
    expect(markup(bytes)).toContain(words)
    expect(removed.map((one) => one.kind)).not.toContain(kind)
  })

  test('is refused with open tracked changes until somebody says that they stay', () => {
    const tracked = wordFile({
      body: p(run('It pays '), `<w:ins w:id="1" w:author="Ada">${run('30')}</w:ins>`),
    })
    expect(() => cleanWord(tracked)).toThrow(/has 1 tracked changes/)
    expect(markup(cleanWord(tracked, { keep: ['tracked'] }).bytes)).toContain('w:author="Ada"')
  })
})

test('a paragraph that is hidden with its end goes, before a table too', () => {
  const hidden = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>${run('Our floor.', '<w:vanish/>')}</w:p>`
  const table = `<w:tbl><w:tr><w:tc>${p(run('Fee'))}</w:tc></w:tr></w:tbl>`
  const { bytes } = cleanWord(wordFile({ body: `${hidden}${table}${p(run('Signed.'))}` }))
  expect(markup(bytes)).not.toContain('floor')
  expect(markup(bytes)).toContain('Signed.')
})

test('what stays though nobody may see it is named', () => {
  const field = (instruction: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const { stays } = cleanWord(
    wordFile({
      body: [
        p(run('Paid at once.'), run(' Floor: 12.', '<w:color w:val="FFFFFF"/>')),
        p(field('IF 1=1 "paid" "not before May"')),
        '<w:sdt><w:sdtPr><w:comboBox><w:listItem w:displayText="3 %"/></w:comboBox></w:sdtPr><w:sdtContent>' +
          p(run('2 %')) +
          '</w:sdtContent></w:sdt>',
        '<w:permStart w:id="1" w:ed="dana@firm.example"/>',
        p('<w:bookmarkStart w:id="2" w:name="ourFloor"/><w:bookmarkEnd w:id="2"/>', run('Signed.')),
      ].join(''),
    }),
  )
  const all = stays.join('\n')
  for (const told of ['“Floor: 12.” in white', 'not before May', '3 %', 'dana@firm.example', 'bookmarks: 1'])
    expect(all).toContain(told)
})

const corpus = join(packageRoot(), '..', 'shared', 'word-corpus')
const files = existsSync(corpus)
  ? ['agreements', 'pairs', 'resolved', 'vendor-paper'].flatMap((folder) =>
      readdirSync(join(corpus, folder))
        .filter((name) => name.endsWith('.docx'))
        .map((name) => join(folder, name)),
    )
  : []

if (files.length === 0)
  console.log('skipped: ../shared/word-corpus is missing, so no file of others is cleaned')
test.skipIf(files.length === 0)(
  'every file of the corpus shows the same once it is cleaned, and is clean then',
  () => {
    for (const name of files) {
      const bytes = readFileSync(join(corpus, name))
      const once = cleanWord(bytes, { keep: ['tracked'] })
      expect(shown(once.bytes), name).toBe(shown(bytes))
      const again = cleanWord(once.bytes, { keep: ['tracked'] })
      expect(again.removed, name).toEqual([])
      expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from(once.bytes)), name).toBe(0)
      expect(
        /<[^<>]*\s\w+:rsid\w*="|<w:rsids|docProps|commentRangeStart/.exec(markup(once.bytes))?.[0],
        name,
      ).toBeUndefined()
    }
  },
)
