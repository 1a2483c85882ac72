import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  dealJsonSchema,
  dealNameOf,
  keyOfMatter,
  markOf,
  readDeal,
  sentRecordJsonSchema,
} from '../../src/deal/index.ts'
import { matter } from './deal.ts'

test('the committed JSON Schemas are those of deal.yaml and of FILE.record.json', () => {
  expect(readFileSync('docs/deal.schema.json', 'utf8')).toBe(dealJsonSchema())
  expect(readFileSync('docs/record.schema.json', 'utf8')).toBe(sentRecordJsonSchema())
})

test('the key of a matter is of all its facts and of the document, in whatever order they stand', () => {
  const own = keyOfMatter(matter, 'vendor-addendum')
  expect(
    keyOfMatter(Object.fromEntries(Object.entries(matter).reverse()) as typeof matter, 'vendor-addendum'),
  ).toBe(own)
  const others = [
    keyOfMatter(matter, 'side-letter'),
    keyOfMatter({ ...matter, matter: 'other' }, 'vendor-addendum'),
  ]
  expect(new Set([own, ...others]).size).toBe(3)
})

test('a deal without a folder is named by its vendor, in a name that marks can be over', () => {
  expect(dealNameOf(matter)).toBe('Tidewater Software, Inc.')
  expect(dealNameOf({ ...matter, vendor: { name: ' A/B\n\\C ' } })).toBe('A B C')
  expect(dealNameOf({ ...matter, vendor: { name: '/' } })).toBe('deal')
})

test('a mark is twelve digits of the HMAC over deal, point and round, and tells them apart', () => {
  const key = '00'.repeat(32)
  const one = { deal: 'northwind', point: 'audit', round: 1, paragraph: 0 }
  // echo -n 'northwind\naudit\n1' | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…
  expect(markOf(key, one)).toBe('_cb15e266621570')
  const others = [{ deal: 'n' }, { point: 'n' }, { round: 2 }, { paragraph: 1 }].map((other) =>
    markOf(key, { ...one, ...other }),
  )
  expect(new Set([markOf(key, one), markOf('11'.repeat(32), one), ...others]).size).toBe(6)
})

test('a file outside the folder of the deal is no file of it', () => {
  const told = (file: string) => `version: 1
deal: northwind
matter: ../matter.yaml
paper: redline
rounds:
  - sent: { file: "${file}", name: a.docx, sha256: ${'ab'.repeat(32)}, on: 2026-01-05 }
`
  expect(readDeal(told('1-sent.docx'), 'deal.yaml').rounds).toHaveLength(1)
  for (const file of ['../1-sent.docx', '/etc/passwd', '.hidden', 'a/b.docx', ''])
    expect(() => readDeal(told(file), 'deal.yaml'), file).toThrow(/plain name/)
})
