import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { answerReturn, type DealRecord, type Opened, openDeal } from '../../src/deal/index.ts'
import { readReturn } from '../../src/deal/turns.ts'
import { documentOf, draft, draftInputs } from '../../src/draft/index.ts'
import { packageRoot } from '../../src/home.ts'
import { resolveWord } from '../../src/markup/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import { amendedLicense, choiceOf } from '../../src/redline/index.ts'
import { requireText } from '../../src/texts/index.ts'
import { draftToDocx } from '../../src/word/index.ts'
import { redlineFile } from '../../src/word/redlines.ts'
import { type Act, answer, hasOffice, savedByOffice, withoutMarks } from './counterparty.ts'
import { drafting, fallbacksOf, key, library } from './deal.ts'
import { mustBe, toldOf } from './told.ts'

const file = join(packageRoot(), 'examples', 'acme.yaml')
const matter = readMatter(readFileSync(file, 'utf8'), file)
const them = { author: 'Pat Lee', date: '2026-02-03T10:00:00Z' }

async function letter(): Promise<Opened> {
  const { store, templates } = drafting
  const inputs = await draftInputs(documentOf('side-letter'), matter, library, store, templates)
  const options = { forCounterparty: true, allowBlanks: true, date: '2026-01-05' }
  const bytes = await draftToDocx(draft('side-letter', { templates, matter, library, ...inputs, options }))
  return openDeal(bytes, { ...drafting, matter }, { key, deal: 'acme', paper: 'side-letter' })
}

async function redline(): Promise<Opened> {
  const license = library.licenses.get('llama-3.1')!
  const { chosen } = choiceOf(matter, license, library)
  const { source, sha256 } = await requireText(drafting.store, license.id)
  const bytes = await redlineFile('docx', {
    amended: amendedLicense(chosen, license, library, source),
    chosen,
    license,
    text: { id: license.id, sha256 },
    libraryDigest: library.digest,
    matter,
    made: { internal: false, outbound: true, protect: false, date: '2026-01-05' },
  })
  return openDeal(bytes as Uint8Array, { ...drafting, matter }, { key, deal: 'acme', paper: 'redline' })
}

const papers: [string, Opened, Act[]][] = [
  [
    'a side letter',
    await letter(),
    ['accept', 'comment', 'change', 'change silently', 'fallback', 'refuse', 'refuse silently', 'move'],
  ],
  [
    'a redline of a license',
    await redline(),
    ['accept', 'comment', 'change', 'change silently', 'reject silently'],
  ],
]

it.each([
  ['one', /<w:ins [^>]*><w:r><w:rPr><w:rStyle w:val="Strong"\/><\/w:rPr>/],
  ['every', /<w:ins [^>]*><w:r><w:rPr>(?:<w:rFonts[^>]*>)?<w:b\/><w:bCs\/>/],
])('a paragraph that they struck comes back with its heading as a heading: %s', (which, look) => {
  const [, { bytes, marks, points }] = papers[0]!
  const parts = unzipSync(bytes)
  let struck = false
  const xml = strFromU8(parts['word/document.xml']!).replace(
    /<w:p[ >](?:(?!<w:p[ >])[\s\S])*?<\/w:p>/g,
    (paragraph) => {
      const headed = paragraph.includes('"Strong"')
      if (which === 'every' ? !headed : struck || !headed || !/"_cb[0-9a-f]{12}"/.test(paragraph))
        return paragraph
      struck = true
      return ''
    },
  )
  expect(struck).toBe(true)
  const returned = zipSync({ ...parts, 'word/document.xml': strToU8(xml) })
  const ours = answerReturn({
    record: { deal: 'acme' } as DealRecord,
    key,
    points,
    round: 1,
    kept: { sent: bytes, marks, returned },
    reading: readReturn(bytes, marks, returned, points, 1),
    accept: new Set(),
    author: 'Miriam Okafor',
  })
  expect(strFromU8(unzipSync(ours.bytes)['word/document.xml']!)).toMatch(look)
})

const seeds = Array.from({ length: process.env.CLAUSEBOOK_LONG ? 20 : 2 }, (_, at) => at + 1)

describe.each(papers)('%s', (_, { bytes: sent, marks, points, missing, paper }, only) => {
  const fallbacks = fallbacksOf({ bytes: sent, marks, points, missing, paper })

  it('has every position of the matter once, in the words that it prints', () => {
    expect(missing).toEqual([])
    expect(new Set(marks.map(({ point, paragraph }) => `${point} ${paragraph}`)).size).toBe(marks.length)
    for (const { id, asked } of points)
      expect(new Set(marks.filter(({ point }) => point === id).map(({ level }) => level))).toEqual(
        new Set([asked]),
      )
  })

  const returns = seeds.map((seed) => answer(sent, marks, fallbacks, seed, them, only))
  type Way = [string, (files: Uint8Array[]) => Uint8Array[]]
  const ways: Way[] = [
    ['as they save it', (files) => files],
    ['without marks', (files) => files.map(withoutMarks)],
    ...(process.env.CLAUSEBOOK_LONG && hasOffice
      ? [['through LibreOffice', savedByOffice] satisfies Way]
      : []),
  ]
  describe.each(ways)('%s', (_, save) => {
    let saved: Uint8Array[]
    beforeAll(() => {
      saved = save(returns.map(({ bytes }) => bytes))
    })

    it.each(seeds)('is told, and answered in words that they may take (seed %i)', (seed) => {
      const { done } = returns[seed - 1]!
      const returned = saved[seed - 1]!
      const reading = readReturn(sent, marks, returned, points, 1)
      expect(toldOf(reading)).toEqual(mustBe(done))
      const ours = answerReturn({
        record: { deal: 'acme' } as DealRecord,
        key,
        points,
        round: 1,
        kept: { sent, marks, returned },
        reading,
        accept: new Set(),
        author: 'Miriam Okafor',
        date: '2026-02-20T00:00:00Z',
      })
      expect(ours.points.filter(({ does }) => does === 'left')).toEqual([])
      const taken = readReturn(
        ours.bytes,
        ours.marks,
        resolveWord(ours.bytes, { as: 'accept' }),
        points,
        2,
        returned,
      )
      expect(
        taken.points.filter(({ outcome, comments }) => outcome !== 'accepted' && comments.length === 0),
      ).toEqual([])
    })
  })
})
