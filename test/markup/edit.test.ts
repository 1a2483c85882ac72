import { readFileSync } from 'node:fs'
import validate from '@ooxml-tools/validate'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  countChanges,
  editWord,
  openForEdits,
  openWord,
  resolveWord,
  type WordEdit,
  wordsOfParagraph,
} from '../../src/markup/index.ts'
import { openPackage, readWord } from '../../src/ooxml/index.ts'
import { shared, withoutCorpus, wordFiles } from '../ooxml/corpus.ts'
import { p, wordFile } from '../ooxml/word-file.ts'
import { flaws } from './flaws.ts'
import { type Random, randomDocument, randomFrom, written } from './random-document.ts'

const by = { author: 'Counsel', date: '2026-01-31T00:00:00Z' }

/** Edits of words, clauses and remarks at random places of a file. */
function randomEdits(bytes: Uint8Array, random: Random, count: number) {
  const word = openForEdits(bytes)
  const told = word.paragraphs.filter((paragraph) => wordsOfParagraph(paragraph).trim().length > 5)
  const edits: WordEdit[] = []
  for (let at = 0; at < count && told.length > 0; at += 1) {
    const paragraph = random.pick(told)
    const words = wordsOfParagraph(paragraph)
    const start = random.below(words.length)
    const end = Math.min(words.length, start + random.below(12))
    const remark = random.chance(0.3) ? ['Why so?'] : undefined
    const kind = random.below(6)
    if (kind === 0)
      edits.push({
        kind: 'clause',
        after: paragraph,
        like: random.pick(told),
        text: 'Term. It ends.',
        ...(random.chance(0.5) && { label: '7A.', heading: 5 }),
        ...(random.chance(0.3) && { label: '(i)', depth: 1 + random.below(2) }),
        ...(remark && { remark }),
      })
    else if (kind === 1 && end > start)
      edits.push({ kind: 'remark', at: { paragraph, start, end }, remark: ['A & B', 'twice'] })
    else if (
      !edits.some(
        (one) =>
          one.kind === 'words' &&
          one.at.paragraph === paragraph &&
          one.at.start <= end &&
          start <= one.at.end,
      )
    )
      edits.push({
        kind: 'words',
        at: { paragraph, start, end },
        text: random.pick(['', 'new', 'a “b” & c', 'tab\there']),
        ...(remark && { remark }),
      })
  }
  return {
    word,
    edits: edits.filter((edit) => edit.kind !== 'words' || edit.text !== '' || edit.at.end > edit.at.start),
  }
}

/** Makes those edits that have a place; what has none is refused in words. */
function made(bytes: Uint8Array, random: Random, count: number) {
  const { word, edits } = randomEdits(bytes, random, count)
  const placed = edits.filter((edit) => {
    try {
      editWord(word, [edit], by)
      return true
    } catch (error) {
      if ((error as { rule?: string }).rule !== 'place')
        throw new Error(
          `${JSON.stringify({ ...edit, at: undefined, after: undefined, like: undefined })}: ${(error as Error).message}`,
        )
      return false
    }
  })
  return { edits: placed, refused: edits.length - placed.length, bytes: editWord(word, placed, by) }
}

describe('edits of a Word file', () => {
  it.each(Array.from({ length: 4 }, (_, at) => at))(
    'say what was asked, and nothing once they are rejected (%i)',
    (part) => {
      for (let seed = part * 25; seed < part * 25 + 25; seed += 1) {
        const random = randomFrom(seed)
        const before = written(randomDocument(random, 8))
        const { bytes, edits } = made(before, random, 1 + random.below(5))
        expect(flaws(bytes, before), `seed ${seed}`).toEqual([])
        const marks = edits.filter(({ kind }) => kind === 'words' || kind === 'clause').length
        const { insertions, deletions } = countChanges(openWord(bytes))
        expect(insertions + deletions >= marks, `seed ${seed}`).toBe(true)
      }
    },
  )
})

it('sets the entries of a list in below the clause that they are of', () => {
  const paragraph = (words: string, ind = '') =>
    `<w:p>${ind === '' ? '' : `<w:pPr><w:ind ${ind}/></w:pPr>`}<w:r><w:t>${words}</w:t></w:r></w:p>`
  const indents = (ind: string) => {
    const word = openForEdits(wordFile({ body: paragraph('1. Fees are due.', ind) + paragraph('End.') }))
    const [fees] = word.paragraphs
    const entry = (label: string, depth: number): WordEdit => ({
      kind: 'clause',
      after: fees!,
      like: fees!,
      label,
      depth,
      text: 'Words.',
    })
    const accepted = resolveWord(editWord(word, [entry('(a)', 1), entry('(i)', 2)], by), { as: 'accept' })
    return openForEdits(accepted).paragraphs.map(({ properties }) => properties.indent ?? 0)
  }
  expect(indents('w:left="720" w:hanging="720"')).toEqual([720, 1145, 1570, 0])
  expect(indents('w:left="0" w:firstLine="200"')).toEqual([0, 850, 1275, 0])
})

it('a heading alone stays with what follows, and one in front is bold where no other is', () => {
  const word = openForEdits(wordFile({ body: p('Fees are due.') + p('End.') }))
  const [like] = word.paragraphs
  const clause = (text: string, more: object): WordEdit => ({
    kind: 'clause',
    after: like!,
    like: like!,
    text,
    ...more,
  })
  const edits = [clause('Term', { heading: 4 }), clause('Notice. Ten days.', { heading: 7, bold: true })]
  const xml = strFromU8(unzipSync(editWord(word, edits, by))['word/document.xml']!)
  expect(xml).toMatch(
    /<w:pPr><w:keepNext\/>(?:(?!<\/w:p>).)*>Term<(?:(?!<w:keepNext).)*<w:rPr><w:b\/><w:bCs\/><\/w:rPr><w:t[^>]*>Notice\.</,
  )
})

describe.skipIf(withoutCorpus)('edits of files that no one here wrote', () => {
  it('are made, or refused in words', () => {
    let all = 0
    let refused = 0
    const problems: string[] = []
    const files = wordFiles('word-corpus').filter((_, at) => at % 4 === 0)
    files.forEach((path, seed) => {
      const bytes = readFileSync(path)
      const random = randomFrom(seed)
      let result: ReturnType<typeof made> | undefined
      try {
        openForEdits(bytes)
      } catch {
        return
      }
      try {
        result = made(bytes, random, 6)
      } catch (error) {
        problems.push(`${path.slice(shared.length)}: ${(error as Error).message}`)
        return
      }
      all += result.edits.length + result.refused
      refused += result.refused
    })
    expect(all).toBeGreaterThan(150)
    // What stands in a field that Word works out, or beside an equation.
    expect(refused / all).toBeLessThan(0.1)
    expect(problems).toEqual([])
  })
})

const comments = `<w:comment w:id="5" w:author="Opposing counsel" w:initials="OC"><w:p><w:r><w:t>Why 30 days?</w:t></w:r></w:p></w:comment>`
const commented = wordFile({
  body: '<w:p><w:r><w:t xml:space="preserve">Notice is </w:t></w:r><w:commentRangeStart w:id="5"/><w:r><w:t>30 days</w:t></w:r><w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r><w:r><w:t>.</w:t></w:r></w:p><w:p><w:r><w:t>Fees are due.</w:t></w:r></w:p><w:p><w:r><w:t>End.</w:t></w:r></w:p>',
  comments,
})

describe('remarks in a Word file', () => {
  it('answer those that are there, and stand on the words that they are about', () => {
    const word = openForEdits(commented)
    const bytes = editWord(
      word,
      [
        { kind: 'answer', to: '5', remark: ['It is what the law asks.'] },
        { kind: 'remark', at: { paragraph: word.paragraphs[1]!, start: 0, end: 4 }, remark: ['Which?'] },
      ],
      by,
    )
    const said = readWord(openPackage(bytes)).stories.filter(({ kind }) => kind === 'comment')
    expect(said.map(({ comment }) => [comment?.author, comment?.answers])).toEqual([
      ['Opposing counsel', undefined],
      ['Counsel', '5'],
      ['Counsel', undefined],
    ])
    expect(flaws(bytes, commented)).toEqual([])
    expect(
      editWord(
        openForEdits(commented),
        [{ kind: 'answer', to: '5', remark: ['It is what the law asks.'] }],
        by,
      ),
    ).toEqual(
      editWord(
        openForEdits(commented),
        [{ kind: 'answer', to: '5', remark: ['It is what the law asks.'] }],
        by,
      ),
    )
  })

  it('are refused where there is no such comment', () => {
    expect(() =>
      editWord(openForEdits(commented), [{ kind: 'answer', to: '9', remark: ['No.'] }], by),
    ).toThrow('the file has no comment 9 that could be answered')
  })
})

describe('a paragraph that goes', () => {
  it('goes with its end, and comes back when that is rejected', () => {
    const word = openForEdits(commented)
    const bytes = editWord(word, [{ kind: 'gone', paragraph: word.paragraphs[1]! }], by)
    const saying = (file: Uint8Array) => openForEdits(file).paragraphs.map(wordsOfParagraph)
    expect(saying(resolveWord(bytes, { as: 'accept' }))).toEqual(['Notice is 30 days.', 'End.'])
    expect(saying(resolveWord(bytes, { as: 'reject' }))).toEqual([
      'Notice is 30 days.',
      'Fees are due.',
      'End.',
    ])
  })
})

describe('edits in what others have tracked', () => {
  const theirs = wordFile({
    body: '<w:p><w:ins w:id="1" w:author="They"><w:r><w:t>They pay in ten days.</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>End.</w:t></w:r></w:p>',
  })
  it('are ours, and leave theirs to them', () => {
    const word = openForEdits(theirs)
    const at = { paragraph: word.paragraphs[0]!, start: 12, end: 15 }
    const bytes = editWord(word, [{ kind: 'words', at, text: 'thirty' }], by)
    const words = (file: Uint8Array) => wordsOfParagraph(openForEdits(file).paragraphs[0]!)
    expect(words(resolveWord(bytes, { as: 'accept' }))).toBe('They pay in thirty days.')
    expect(words(resolveWord(bytes, { as: 'reject', author: 'Counsel' }))).toBe('They pay in ten days.')
    expect(words(resolveWord(bytes, { as: 'reject', author: 'They' }))).not.toContain('They pay')
  })
})

describe.skipIf(withoutCorpus)('marked-up files', () => {
  it('have nothing wrong that the file did not have', async () => {
    const wrongIn = async (bytes: Uint8Array) => {
      const found = (await validate(bytes.slice(), 'docx', 'Microsoft365')) as { description?: string }[]
      return found.map(({ description }) => `${description}`.replace(/\d+/g, '#'))
    }
    // The reader of the Open XML SDK is slow: the shortest.
    const size = (path: string) => readFileSync(path).length
    const files = wordFiles('word-corpus/agreements')
      .sort((a, b) => size(a) - size(b))
      .slice(0, 1)
    for (const [seed, path] of files.entries()) {
      const before = readFileSync(path)
      const { bytes } = made(before, randomFrom(seed), 8)
      const old = await wrongIn(before)
      expect(
        (await wrongIn(bytes)).filter((one) => !old.includes(one)),
        path,
      ).toEqual([])
    }
  })
})
