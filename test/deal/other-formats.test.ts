import { describe, expect, it } from 'vitest'
import { readLines } from '../../src/deal/read/lines.ts'
import { readReturned } from '../../src/deal/returned.ts'
import { readReturn } from '../../src/deal/turns.ts'
import { Problem } from '../../src/problem.ts'
import { hasOffice } from './counterparty.ts'
import { openedDeal } from './deal.ts'

const { bytes: sent, marks, points } = await openedDeal()
const { lines } = readLines(sent)
const printed = lines.flatMap(({ now, section }) => (now.trim() === '' ? [] : [{ now, section }]))

/** What was sent as a text that a program printed: numbers before the words, pages of so many paragraphs. */
function asText(words: (text: string) => string, page = 1000): string {
  return printed
    .map(({ now, section }, at) => {
      const text = words(now.replaceAll('\u2060', ''))
      const number = section === printed[at - 1]?.section ? '' : `${section} `
      const half = text.indexOf(' ', text.length / 2)
      if (half < 0 || at % page !== page - 1) return `${number}${text}\n\n`
      return `${number}${text.slice(0, half)}\n\nPage ${at} of 99\n\n${text.slice(half + 1)}\n\n`
    })
    .join('')
}

async function read(text: string) {
  const { content } = await readReturned('their.txt', new TextEncoder().encode(text))
  return readReturn(sent, marks, content, points, 1)
}

describe('a return that is none of Word’s', () => {
  it.each([1000, 9])('is read in the paragraphs that were sent (pages of %i)', async (page) => {
    const { points: read_, asks, notRead } = await read(asText((text) => text, page))
    expect(read_.filter(({ outcome }) => outcome !== 'accepted').map(({ point }) => point)).toEqual([])
    expect(asks.filter(({ after }) => !/^Page \d+ of 99$/.test(after))).toEqual([])
    expect(notRead.join()).toContain('tracked changes')
  })

  it('tells a number that is another now, and no more', async () => {
    const { points: read_, asks } = await read(
      asText((text) => text.replace('24 hours after', '72 hours after')),
    )
    expect(read_.filter(({ outcome }) => outcome !== 'accepted')).toMatchObject([
      {
        point: 'incidents',
        outcome: 'changed to something else',
        manner: 'silent',
        pieces: expect.arrayContaining([{ op: 'insert', text: expect.stringContaining('72') }]),
      },
    ])
    expect(asks).toEqual([])
  })

  it.skipIf(!hasOffice)('keeps the tracked changes and marks of another word processor’s file', async () => {
    const { savedAs } = await import('./counterparty.ts')
    const { content, ending, notes } = await readReturned('their.odt', savedAs([sent], 'odt')[0]!)
    expect({ ending, notes }).toMatchObject({
      ending: '.docx',
      notes: [expect.stringContaining('LibreOffice')],
    })
    const reading = readReturn(sent, marks, content, points, 1)
    expect(reading.marks).toEqual({ found: marks.length, of: marks.length })
    expect(new Set(reading.points.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']))
    expect(reading.asks).toEqual([])
  })

  it('is known by what it holds, whatever its name says', async () => {
    expect(await readReturned('their.pdf', sent)).toMatchObject({ ending: '.docx', content: sent })
    await expect(readReturned('their.docx', new TextEncoder().encode('%PDF-1.7\nendobj'))).rejects.toThrow(
      Problem,
    )
  })
})
