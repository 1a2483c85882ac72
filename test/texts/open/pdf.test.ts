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

  it('that is broken ends in one sentence', async () => {
    const whole = madePdf([{ words: lines(50, 700, ['Words.']) }])
    await expect(openFile('a.pdf', whole.slice(0, 40))).rejects.toThrow('is a broken PDF')
  })
})
