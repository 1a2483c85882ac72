import { describe, expect, it } from 'vitest'
import type { SourceBlock, SourceDocument } from '../../../src/agreement/index.ts'
import { openFile } from '../../../src/texts/open/open-file.ts'
import { lines, type MadePage, madePdf } from './made-pdf.ts'

const read = (...pages: MadePage[]) => openFile('a.pdf', madePdf(pages))

function bodyOf({ stories }: SourceDocument): string[] {
  return (stories.find(({ kind }) => kind === 'body')?.blocks ?? []).map(shown)
}

function shown(block: SourceBlock): string {
  return block.type === 'paragraph'
    ? block.text
    : block.rows
        .map(({ cells }) => cells.map(({ blocks }) => blocks.map(shown).join(' ')).join(' | '))
        .join(' // ')
}

/** Running text in lines of 70 signs, so that each is full. */
const full = (word: string) => Array.from({ length: 70 / (word.length + 1) }, () => word).join(' ')

describe('a PDF', () => {
  it('is read in paragraphs, by the distance of its lines and its numbers', async () => {
    const page = {
      words: [
        ...lines(50, 700, [
          '1. Fees. The customer pays',
          `the fee ${full('monthly')}`,
          'and on time.',
          '2. Term. One year.',
        ]),
        ...lines(50, 630, ['This stands alone.']),
      ],
    }
    expect(bodyOf(await read(page))).toEqual([
      `1. Fees. The customer pays the fee ${full('monthly')} and on time.`,
      '2. Term. One year.',
      'This stands alone.',
    ])
  })

  it('is read column by column', async () => {
    const left = Array.from({ length: 8 }, (_, at) => `left column words number ${at}`)
    const right = Array.from({ length: 8 }, (_, at) => `right column words numbe ${at}`)
    const [body = ''] = [
      bodyOf(await read({ words: [...lines(50, 700, left), ...lines(320, 700, right)] })).join(' '),
    ]
    expect(body.indexOf('left column words number 7')).toBeLessThan(
      body.indexOf('right column words numbe 0'),
    )
  })

  it('keeps the cells of a table apart', async () => {
    const page = {
      words: [
        ...lines(50, 700, ['Prices are set out here.']),
        ...lines(50, 660, ['Item', 'Setup', 'Support'], 20),
        ...lines(300, 660, ['Price', '100', '200'], 20),
      ],
    }
    expect(bodyOf(await read(page))).toEqual([
      'Prices are set out here.',
      'Item | Price // Setup | 100 // Support | 200',
    ])
  })

  it('keeps the hyphen of a word that is divided where it ends a line, unless the text writes the word without it', async () => {
    const page = {
      words: lines(50, 700, [
        `${full('party')} may re-`,
        'sign the contract, and the custo-',
        `mer ${full('party')} pays what the customer owes.`,
      ]),
    }
    const [text = ''] = bodyOf(await read(page))
    expect(text).toContain('may re-sign the contract')
    expect(text).toContain('and the customer party')
  })

  it('has its heads once and its page numbers left out, and says so', async () => {
    const page = (number: number) => ({
      words: [
        ...lines(50, 770, ['Hosting terms of Acme Limited']),
        ...lines(50, 600, [`Clause ${number} says something.`]),
        ...lines(280, 30, [`Page ${number} of 3`]),
      ],
    })
    const document = await read(page(1), page(2), page(3))
    expect(bodyOf(document).join(' ')).not.toMatch(/Acme|Page/)
    expect(document.stories.filter(({ kind }) => kind === 'headers')).toHaveLength(1)
    expect(document.leftOut).toContainEqual({ kind: 'page-number', place: '', words: 12 })
    expect(document.leftOut).toContainEqual({ kind: 'repeated-head', place: '', words: 10 })
  })

  it('puts a sentence together over a page’s end', async () => {
    const first = {
      words: [
        ...lines(50, 200, [`The customer ${full('party')}`, 'pays all that is']),
        ...lines(50, 700, ['Above.']),
      ],
    }
    const second = { words: lines(50, 700, ['owed to the vendor.']) }
    expect(bodyOf(await read(first, second)).at(-1)).toMatch(/pays all that is owed to the vendor\.$/)
  })

  it('names the pages that are pictures', async () => {
    const { unread } = await read(
      { words: lines(50, 700, ['One page of words that can be read, all of it.']) },
      { picture: true },
    )
    expect(unread).toEqual([{ kind: 'scanned-page', place: 'page 2' }])
  })

  it('gives the values of its form fields', async () => {
    const { stories } = await read({ words: lines(50, 700, ['Between us and']), field: 'Bolt Ltd' })
    expect(stories.find(({ kind }) => kind === 'boxes')).toMatchObject({
      name: 'field party',
      blocks: [{ text: 'Bolt Ltd' }],
    })
  })

  it('tells where its links lead, but for those whose words say it', async () => {
    const link = (left: number, right: number, y: number, address: string) =>
      `<< /Type /Annot /Subtype /Link /Rect [${left} ${y - 3} ${right} ${y + 9}] /A << /S /URI /URI (${address}) >> >>`
    const page = {
      words: lines(50, 700, [
        'The policy at this page applies, and https://acme.example/terms.',
        'See below.',
      ]),
      annotations: [
        link(50 + 14 * 6, 50 + 23 * 6, 700, 'https://acme.example/other'),
        link(50 + 37 * 6, 50 + 63 * 6, 700, 'https://acme.example/terms'),
        '<< /Type /Annot /Subtype /Link /Rect [50 685 90 697] /Dest [4 0 R /Fit] >>',
      ],
    }
    const { stories } = await read(page)
    expect(stories.filter(({ kind }) => kind === 'links')).toMatchObject([
      { blocks: [{ text: 'this page: https://acme.example/other' }] },
    ])
  })

  it('names the files that are inside it, on a page or none, as not read', async () => {
    const page = {
      words: lines(50, 700, ['The prices are in the file that hangs here.']),
      annotations: ['<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /F (rates.xlsx) >> >>'],
    }
    const { unread } = await openFile('a.pdf', madePdf([page], 'annex.docx'))
    expect(unread).toEqual([
      { kind: 'attached-file', place: 'annex.docx' },
      { kind: 'attached-file', place: 'rates.xlsx' },
    ])
  })

  it('tells its pictures apart by what they show, one on every page once', async () => {
    const page = (point: string) => ({
      words: lines(50, 700, ['Some words that stand beside a picture of a signature.']),
      picture: true,
      point,
    })
    const [{ pictures: left = [], notes }, { pictures: right = [] }] = await Promise.all([
      read(page('0'), page('0')),
      read(page('9')),
    ])
    expect([left.length, right.length]).toEqual([1, 1])
    expect(left[0]?.identity).not.toBe(right[0]?.identity)
    expect(notes).toContain('It has a picture, of which no word was read.')
  })

  it('reads once what is printed twice to look bold', async () => {
    const twice = [0, 0.4].map((by) => ({ x: 50 + by, y: 700, text: '1. Fees are due' }))
    expect(bodyOf(await read({ words: twice }))).toEqual(['1. Fees are due'])
    const letters = [...'all'].map((text, at) => ({ x: 50 + at * 6, y: 700, text }))
    expect(bodyOf(await read({ words: letters }))).toEqual(['all'])
  })

  it('keeps what is raised or lowered apart from the words beside it', async () => {
    const page = {
      words: [
        { x: 50, y: 700, text: 'The fee is 10' },
        { x: 128, y: 704, text: '2', size: 6 },
        { x: 140, y: 700, text: 'euros of CO' },
        { x: 206, y: 698.5, text: '2', size: 6 },
        { x: 216, y: 700, text: 'in the year.' },
      ],
    }
    expect(bodyOf(await read(page))).toEqual(['The fee is 10² euros of CO₂ in the year.'])
  })

  it('gives the words of a choice, and of a group of buttons the one that is pressed', async () => {
    const button = (name: string, on: string) =>
      `<< /Type /Annot /Subtype /Widget /FT /Btn /Ff 49152 /T (term) /V /${on} /AS /Off /AP << /N << /${name} 4 0 R /Off 4 0 R >> >> /Rect [10 10 20 20] >>`
    const page = {
      words: lines(50, 700, ['The notice period is chosen below.']),
      annotations: [
        '<< /Type /Annot /Subtype /Widget /FT /Ch /Ff 131072 /T (notice) /V (n60) /Opt [[(n30) (thirty days)] [(n60) (sixty days)]] /Rect [10 10 100 20] >>',
        button('one', 'two'),
        button('two', 'two'),
      ],
    }
    const { stories } = await read(page)
    expect(stories.filter(({ kind }) => kind === 'boxes')).toMatchObject([
      { name: 'field notice', blocks: [{ text: 'sixty days' }] },
      { name: 'field term', blocks: [{ text: 'two' }] },
    ])
  })

  it('names what a page shows and nobody can read: stamps, signatures, ink, films', async () => {
    const shown = ['/Subtype /Stamp /Name /Draft', '/Subtype /RichMedia', '/Subtype /FreeText']
    const annotations = shown.map((one) => `<< /Type /Annot ${one} /Rect [10 10 100 20] >>`)
    const words = lines(50, 700, ['The terms stand above what is stamped.'])
    const { unread } = await read({ words, annotations })
    expect(unread.map(({ kind }) => kind)).toEqual(['stamp', 'richmedia', 'freetext'])
  })

  it('marks words that are struck out by an annotation, and who remarks', async () => {
    const annotations = [
      '<< /Type /Annot /Subtype /StrikeOut /Rect [50 695 70 709] /QuadPoints [50 709 70 709 50 695 70 695] >>',
      '<< /Type /Annot /Subtype /Text /Contents (Too long) /T (Jane) /Rect [10 10 20 20] >>',
    ]
    const { marks = [] } = await read({ words: lines(50, 700, ['not liable']), annotations })
    expect(marks).toMatchObject([
      { kind: 'strikeout', place: 'page 1' },
      { kind: 'comment-author', within: 'Too long', at: 'Jane' },
    ])
  })

  it('names a page of which a part is damaged', async () => {
    const made = Buffer.from(madePdf([{ words: lines(50, 700, ['One. Two.']), picture: true }])).toString(
      'latin1',
    )
    const damaged = Buffer.from(made.replace('/Im1 6 0 R', '/Im1 1 0 R'), 'latin1')
    const { unread } = await openFile('a.pdf', damaged)
    expect(unread).toEqual([{ kind: 'damaged-content', place: 'page 1' }])
  })

  it('that is broken ends in one sentence', async () => {
    const whole = madePdf([{ words: lines(50, 700, ['Words.']) }])
    await expect(openFile('a.pdf', whole.slice(0, 40))).rejects.toThrow('is a broken PDF')
  })
})
