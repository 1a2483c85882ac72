import { describe, expect, test } from 'vitest'
import { clausesOf, parseAgreement, withoutPages } from '../../src/agreement/index.ts'

const read = (source: string) => {
  const document = withoutPages(source)
  const clauses = clausesOf(parseAgreement(document.source, { format: 'text' }))
  return { ...document, said: clauses.map(({ citation, text }) => `${citation} | ${text}`) }
}

const CLAUSES = [
  'Title | Harbour Agreement',
  '1 | Fee. The keeper pays ten crowns a month, in advance, on the first working day of it, and the harbour sends an invoice before.',
  '2 | Term. This agreement runs for a year from the day on which the last of us signs it.',
  '3 | Law. The law of the islands governs, and the courts of the port decide.',
]

const body = (end: string[]) => `Harbour Agreement

1. Fee. The keeper pays ten crowns a month, in advance, on the
first working day of it, and the
${end[0]}
harbour sends an invoice before.

2. Term. This agreement runs for a year from the day on which
the last of us signs it.
${end[1]}
3. Law. The law of the islands governs, and the courts of the
port decide.
${end[2]}`

describe('an exported text', () => {
  test('is read without what comes back on every page, and says how much that was', () => {
    const end = [1, 2, 3].map(
      (page) => `\n              Page ${page} of 3\nHARBOUR TRUST          CONFIDENTIAL\n`,
    )
    end[2] = end[2]!.replace('HARBOUR TRUST          CONFIDENTIAL\n', '')
    const { said, leftOut, notes } = read(`HARBOUR TRUST          CONFIDENTIAL\n\n${body(end)}`)
    expect(said).toEqual(CLAUSES)
    expect(leftOut).toEqual([
      { kind: 'page-heads', place: '', words: 21, text: 'HARBOUR TRUST CONFIDENTIAL' },
    ])
    expect(notes.join()).toContain('“HARBOUR TRUST CONFIDENTIAL”')
  })

  test('is read over form feeds and lone page numbers', () => {
    const { said, leftOut } = read(body(['\n   - 1 -\n\f', '\n   - 2 -\n\f', '']))
    expect(said.slice(2)).toEqual(CLAUSES.slice(2))
    expect(leftOut).toEqual([{ kind: 'page-heads', place: '', words: 2 }])
    expect(said.join(' ')).not.toContain('\f')
  })

  test('is read without the numbers of its lines', () => {
    const lines = body(['', '', '']).split('\n')
    const { said, leftOut } = read(
      lines.map((line, at) => `${String(at + 1).padStart(2)}   ${line}`).join('\n'),
    )
    expect(said).toEqual(CLAUSES)
    expect(leftOut).toEqual([{ kind: 'line-numbers', place: '', words: lines.length }])
  })

  test('tells a head whose numbers do not count on in each of its readings', () => {
    const page = (number: number, fee: number) =>
      `Fee ${fee} crowns\n\n${number}. Clause. These are words of ${'abc'[number - 1]}.\n\nPage ${number} of 3\n`
    const text = (fees: number[]) =>
      withoutPages(fees.map((fee, at) => page(at + 1, fee)).join('')).leftOut[0]?.text
    expect(text([100, 100, 100])).toBe('Fee 100 crowns')
    expect(text([100, 900, 100])).toBe('Fee 100 crowns\nFee 900 crowns')
  })

  test('tells numbers before its lines that do not count from 1', () => {
    const goods = 'apples pears plums figs nuts beans corn rice'.split(' ')
    const text = (from: number) =>
      withoutPages(goods.map((one, at) => `${from + at}  ${one}`).join('\n')).leftOut[0]?.text
    expect(text(1)).toBeUndefined()
    expect(text(2)).toBe('2 3 4 5 6 7 8 9')
  })

  test('keeps a lone fraction that is no number of a page', () => {
    const source = 'Rent.\n\n7 / 12\n\nCosts.\n\n3 / 12\n\nEnd.\n'
    expect(withoutPages(source).source).toBe(source)
  })

  test('is read column by column', () => {
    const left =
      'The keeper of the harbour\nlooks after every vessel\nthat lies at anchor there\nand pays for the light\nthat burns on the mole\nfrom dusk until the sun\nhas come up again over\nthe hills of the island.'.split(
        '\n',
      )
    const right =
      'Nobody may leave the port\nwithout the keeper and his\nconsent in writing, which\nhe gives on the day before\nthe vessel sails and which\nnames all of the crew and\nthe cargo that they carry\nfrom this port to others.'.split(
        '\n',
      )
    const { said, notes } = read(left.map((line, at) => `${line.padEnd(32)}${right[at]}`).join('\n'))
    expect(said.join(' ')).toContain('that burns on the mole from dusk until the sun has come up again')
    expect(said.join(' ')).toContain('which names all of the crew and the cargo')
    expect(notes).toEqual([expect.stringContaining('two columns')])
  })

  test('is read in the time of its length, however far in its lines are set', () => {
    const source = `${' '.repeat(4_000)}page of the book\n`.repeat(500)
    expect(withoutPages(source).source).toBe(source)
  })

  test('that has none of it is left as it is', () => {
    const source = '1 Words\n2 Use\n3 End\n4 Law\n5 Court\n6 Form\n7 Name\n\n12\n\nTotal\n\n40\n'
    expect(withoutPages(source)).toEqual({ source, leftOut: [], notes: [] })
  })
})
