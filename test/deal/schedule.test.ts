import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { answerReturn, type DealRecord, dealCsv, dealStatus, readDealTurns } from '../../src/deal/index.ts'
import { readLines } from '../../src/deal/read/lines.ts'
import { key, matter, openedDeal } from './deal.ts'

const { bytes: sent, marks, points } = await openedDeal()
const parts = unzipSync(sent)
const xml = strFromU8(parts['word/document.xml']!)
const withXml = (changed: string) => zipSync({ ...parts, 'word/document.xml': strToU8(changed) })
const file = { file: '1-sent.docx', name: 'a', sha256: '', on: '2026-01-05' }
const record = {
  version: 1,
  deal: 'tidewater',
  matter: 'm.yaml',
  paper: 'vendor-addendum',
  rounds: [{ sent: file, returned: file }],
} as DealRecord
const dealOf = (returned: Uint8Array) => ({ record, key, points, rounds: [{ sent, marks, returned }] })

/** The addendum with other words in a cell of the row on filters, which only the vendor answers for. */
const row = 'Filters on input and output'
const inCell = (change: (cell: string) => string) => {
  const [before = '', after = ''] = xml.split(new RegExp(`(?<=${row}.*?</w:tc>)`, 's'))
  return withXml(
    before + after.replace(/<w:tc>.*?<\/w:tc>/s, change) + xml.slice(before.length + after.length),
  )
}

describe('a cell of a schedule', () => {
  test.each([
    ['silent', (cell: string) => cell.replace('>Vendor<', '>Customer<')],
    [
      'tracked',
      (cell: string) =>
        cell.replace(
          /<w:r>((?:<w:rPr>.*?<\/w:rPr>)?)<w:t[^>]*>Vendor<\/w:t><\/w:r>/s,
          '<w:del w:id="9901" w:author="Pat Lee"><w:r>$1<w:delText>Vendor</w:delText></w:r></w:del><w:ins w:id="9902" w:author="Pat Lee"><w:r>$1<w:t>Customer</w:t></w:r></w:ins>',
        ),
    ],
  ])('that says another word is one ask with the name of its row, %s', (manner, change) => {
    const returned = inCell(change)
    const deal = dealOf(returned)
    const [turn] = readDealTurns(deal)
    const { asks } = turn!.reading!
    expect(asks.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['changed', 'Vendor', 'Customer'],
    ])
    expect(asks[0]).toMatchObject({ row, manner })
    expect(dealCsv(dealStatus(deal, [turn!]))).toContain(`row “${row}”`)
    const answered = (refuse: string[], accept: string[]) =>
      answerReturn({
        ...{ record, key, points, round: 1, kept: deal.rounds[0]!, reading: turn!.reading! },
        ...{ accept: new Set(accept), refuse: new Set(refuse), asks, author: 'Harrow' },
      })
    const cellOf = (bytes: Uint8Array) =>
      readLines(bytes).lines.find(({ cell }) => cell?.row === row && cell.column > 0)?.now
    expect(cellOf(answered([asks[0]!.id], []).bytes)).toBe('Vendor')
    expect(cellOf(answered([], [asks[0]!.id]).bytes)).toBe('Customer')
  })
})

test('what bears our name and is not in what we sent is told as not ours', () => {
  const { client } = matter
  const forged = (author: string) =>
    withXml(
      xml.replace(
        / for at most 30 days/,
        ` for at most 30 days</w:t></w:r><w:ins w:id="9901" w:author="${author}" w:date="2026-02-01T00:00:00Z"><w:r><w:t xml:space="preserve"> or longer</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">`,
      ),
    )
  const handsIn = (author: string) => {
    const [turn] = readDealTurns(dealOf(forged(author)), { matter })
    return turn!.reading!.points.flatMap(({ by }) => by)
  }
  const ours = String(client?.name).toUpperCase()
  expect(handsIn(ours)).toEqual([{ author: ours, date: '2026-02-01T00:00:00Z', asOurs: true }])
  expect(handsIn('Pat Lee')).toEqual([{ author: 'Pat Lee', date: '2026-02-01T00:00:00Z' }])
})
