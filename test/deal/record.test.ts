import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dealJsonSchema, markOf, readDeal } from '../../src/deal/index.ts'

test('the committed JSON Schema is that of deal.yaml', () => {
  expect(readFileSync('docs/deal.schema.json', 'utf8')).toBe(dealJsonSchema())
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
