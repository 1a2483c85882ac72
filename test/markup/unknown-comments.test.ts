import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { compareWord } from '../../src/markup/index.ts'
import { expectValid } from '../word/validity.ts'

type Remark = [author: string, words: string]

/** A letter of a sentence, with remarks on it. */
async function letter(sentence: string, remarks: Remark[]): Promise<Uint8Array> {
  const marked = remarks.flatMap((_, id) => [
    new CommentRangeStart(id),
    new TextRun(`Point ${id}. `),
    new CommentRangeEnd(id),
    new TextRun({ children: [new CommentReference(id)] }),
  ])
  const document = new Document({
    comments: {
      children: remarks.map(([author, words], id) => ({
        id,
        author,
        date: new Date('2026-01-31T00:00:00Z'),
        children: [new Paragraph(words)],
      })),
    },
    sections: [{ children: [new Paragraph({ children: [...marked, new TextRun(sentence)] })] }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const theirs: Remark = ['Dana Reed', 'We need thirty days.']
const ours: Remark = ['R. Vale', 'Thirty days are fine.']
const secret: Remark = ['R. Vale', 'INTERNAL: we would take ninety.']
const other: Remark = ['K. Moss', 'Ask finance first.']

async function made(commentsOf: string[] = []) {
  const left = await letter('Pay at once.', [theirs])
  const right = await letter('Pay within 30 days.', [theirs, ours, secret, other])
  return compareWord(left, right, {
    author: 'R. Vale',
    date: '2026-02-01T00:00:00Z',
    leaves: { cleanFor: 'R. Vale', commentsOf },
  })
}

const wordsOf = (bytes: Uint8Array) =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n')

describe('comments of a redline in place that leaves the house', () => {
  test('those that both files have stay, no other does, and each is told', async () => {
    const { bytes, comments } = await made()
    expect(comments).toEqual({
      kept: [{ author: 'Dana Reed', count: 1 }],
      removed: [
        { author: 'R. Vale', count: 2 },
        { author: 'K. Moss', count: 1 },
      ],
    })
    const words = wordsOf(bytes)
    expect(words).toContain('We need thirty days.')
    for (const said of ['Thirty days are fine', 'INTERNAL', 'finance', 'K. Moss'])
      expect(words).not.toContain(said)
    const xml = strFromU8(unzipSync(bytes)['word/document.xml']!)
    expect(xml.match(/<w:comment(?:RangeStart|RangeEnd|Reference) /g)).toHaveLength(3)
    await expectValid(bytes)
  })

  test('those of a named author go along, but for what says that it is internal', async () => {
    const { bytes, comments } = await made(['R. Vale'])
    expect(comments!.kept).toContainEqual({ author: 'R. Vale', count: 1 })
    expect(wordsOf(bytes)).toContain('Thirty days are fine')
    expect(wordsOf(bytes)).not.toContain('ninety')
  })

  test('a redline of our own keeps all of them', async () => {
    const [left, right] = [await letter('Pay.', []), await letter('Pay now.', [secret])]
    const kept = compareWord(left, right, { author: 'R. Vale', date: '2026-02-01T00:00:00Z' })
    expect(kept.comments).toBeUndefined()
    expect(wordsOf(kept.bytes)).toContain('INTERNAL')
  })
})
