import { describe, expect, it } from 'vitest'
import { openFile } from '../../../src/texts/open/open-file.ts'
import { lines, type MadePage, madePdf } from './made-pdf.ts'

const fee = 'BT /F1 10 Tf 1 0 0 1 50 600 Tm (The fee is ten.) Tj ET'
const above = lines(50, 700, ['Between us and you it is agreed as follows, in one page.'])

type More = Parameters<typeof madePdf>[2]

const read = async (page: MadePage, more?: More) =>
  openFile('a.pdf', madePdf([{ words: above, ...page }], undefined, more))

/** Kind and place of each mark. */
const marks = async (page: MadePage, more?: More) =>
  ((await read(page, more)).marks ?? []).map(({ kind, place }) => `${kind}: ${place}`)

describe('words of a PDF that a person does not see', () => {
  it('are marked, each with the reason', async () => {
    const told = async (content: string) => (await marks({ content })).join('; ')
    expect(await told(fee)).toBe('')
    expect(await told(`1 1 1 rg ${fee}`)).toBe('unseen: “The fee is ten.” in the color of the ground, page 1')
    expect(await told(`0 0 1 rg 40 590 200 30 re f ${fee.replace('BT', 'BT 1 1 1 rg')}`)).toBe('')
    expect(await told(`${fee} 0 0 1 rg 40 590 200 30 re f`)).toContain('“The fee is ten.” covered')
    expect(await told(`q 0 0 10 10 re W n ${fee} Q`)).toContain('outside what is painted')
    expect(await told(fee.replace('50 600', '50 -90'))).toContain('outside the page')
    expect(await told(fee.replace('10 Tf', '10 Tf 3 Tr'))).toContain('without ink')
    expect(await told(fee.replace('10 Tf', '0.4 Tf'))).toContain('too small to read')
    expect(await told(`${fee} 50 603 m 140 603 l S`)).toBe(
      'struck: “The fee is ten.” struck out by a line, page 1',
    )
    expect(await told(`${fee} 50 598 m 140 598 l S`)).toBe('')
  })

  it('are those of a layer that is off', async () => {
    const layer = (state: string) => ({
      catalog: `/OCProperties << /OCGs [8 0 R] /D << /${state} [8 0 R] >> >>`,
      more: ['<< /Type /OCG /Name (Draft) >>'],
    })
    const page = { content: `/OC /L BDC ${fee} EMC`, resources: '/Properties << /L 8 0 R >>' }
    expect(await marks(page, layer('OFF'))).toEqual([
      'unseen: “The fee is ten.” in a layer that is off, page 1',
    ])
    expect(await marks(page, layer('ON'))).toEqual([])
  })

  it('are not those that a program recognised in a scan', async () => {
    const scanned = { picture: true, content: fee.replace('10 Tf', '10 Tf 3 Tr') }
    expect(await marks(scanned)).toEqual([])
  })

  it('are those in the tiles of a pattern', async () => {
    const tile = 'BT /F1 8 Tf 2 2 Td (void) Tj ET'
    const pattern = {
      more: [
        `<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 50 50] /XStep 50 /YStep 50 /Resources << /Font << /F1 3 0 R >> >> /Length ${tile.length} >>\nstream\n${tile}\nendstream`,
      ],
    }
    const page = {
      content: '/Pattern cs /P scn 50 300 100 100 re f',
      resources: '/Pattern << /P 8 0 R >>',
    }
    expect(await marks(page, pattern)).toEqual(['unseen: “void” in the tiles of a pattern, page 1'])
  })
})

describe('what a PDF draws and does beside its words', () => {
  it('has the shapes of letters that it draws itself', async () => {
    const shapes = (a: string, b: string) => ({
      more: [
        '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 600] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 98 /Widths [600 600] /Encoding << /Type /Encoding /Differences [97 /a /b] >> /CharProcs << /a 9 0 R /b 10 0 R >> /Resources << >> >>',
        ...[a, b].map((one) => `<< /Length ${one.length} >>\nstream\n${one}\nendstream`),
      ],
    })
    const page = {
      content: 'BT /F2 12 Tf 1 0 0 1 50 500 Tm (abab) Tj ET',
      resources: '/Font << /F1 3 0 R /F2 8 0 R >>',
    }
    const [square, tall] = ['600 0 d0 0 0 500 500 re f', '600 0 d0 0 0 100 500 re f']
    const own = async (a: string, b: string) =>
      (await read({ words: [], ...page }, shapes(a, b))).marks?.find(({ kind }) => kind === 'drawn-letters')
        ?.at
    expect(await own(square, tall)).toBeDefined()
    expect(await own(square, tall)).toBe(await own(square, tall))
    expect(await own(square, tall)).not.toBe(await own(tall, square))
  })

  it('has bookmarks that repeat its words, and others, which are read', async () => {
    const titled = async (title: string) =>
      (
        await read(
          {},
          {
            catalog: '/Outlines 8 0 R',
            more: [
              '<< /Type /Outlines /First 9 0 R /Last 9 0 R /Count 1 >>',
              `<< /Title (${title}) /Parent 8 0 R >>`,
            ],
          },
        )
      ).stories.filter(({ name }) => name === 'bookmark')
    expect(await titled('Between us')).toEqual([])
    expect(await titled('Fee of nine')).toMatchObject([{ kind: 'boxes', blocks: [{ text: 'Fee of nine' }] }])
  })

  it('has scripts, tips over fields and decisions of reviewers, which are marked', async () => {
    expect(await marks({}, { catalog: '/OpenAction << /S /JavaScript /JS (x = 1) >>' })).toEqual([
      'script: the file',
    ])
    const annotations = [
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (party) /TU (Name of the party) /Rect [10 10 100 20] >>',
      '<< /Type /Annot /Subtype /Text /Contents (ok) /State (Rejected) /StateModel (Review) /Rect [10 30 100 40] >>',
    ]
    expect(await marks({ annotations })).toEqual([
      'comment-author: somebody',
      'review: “Rejected”, page 1',
      'tip: “Name of the party”, page 1',
    ])
  })

  it('has what cannot be read, which is named', async () => {
    const annotations = [
      '<< /Type /Annot /Subtype /Link /A << /S /JavaScript /JS (x = 1) >> /Rect [10 10 100 20] >>',
      '<< /Type /Annot /Subtype /Widget /FT /Btn /Ff 65536 /T (go) /MK << /CA (Pay now) >> /Rect [10 30 100 40] >>',
    ]
    expect((await read({ annotations })).unread).toEqual([
      { kind: 'link-action', place: 'page 1' },
      { kind: 'button', place: 'page 1' },
    ])
    expect(
      (await read({}, { catalog: '/AF [<< /Type /Filespec /F (a.txt) /EF << /F 3 0 R >> >>]' })).unread,
    ).toEqual([{ kind: 'attached-file', place: 'a file that no list names' }])
  })

  it('has pages that its own count leaves out', async () => {
    const file = madePdf([{ words: above }, { words: lines(50, 700, ['The fee is nine.']) }], undefined, {
      counted: 1,
    })
    expect((await openFile('a.pdf', file)).unread).toEqual([
      { kind: 'uncounted-pages', place: '1 more than the file counts' },
    ])
  })
})
