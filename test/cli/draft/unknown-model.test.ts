import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clausebook } from '../run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-unknown-model-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a document on a matter with a model that nobody knows answers the other uses, says which it is, and ends with 1', () => {
  const file = join(folder, 'rook.yaml')
  writeFileSync(
    file,
    `matter: Rook
client: { name: Rook, principal_place_of_business: US, affiliates: [] }
document: { author: A, date: 2026-11-28 }
uses:
  - { name: notes, models: [Llama 3.3 70B], audience: [staff], inside: own }
  - { name: pictures, models: [Llama 4 Maverik], audience: [staff], inside: own }
`,
  )
  const memo = join(folder, 'memo.md')
  const { status, stderr } = clausebook(['draft', 'risk-memo', file, '--allow-blanks', '--output', memo])
  expect(status).toBe(1)
  expect(stderr).toContain('matter.uses[1].models[0].model: which model is “Llama 4 Maverik”?')
  const words = readFileSync(memo, 'utf8')
  expect(words).toMatch(/notes.*Llama 3\.3/)
  expect(words).toMatch(/pictures.*\*\*not decided\*\*.*Llama 4 Maverik/)
  expect(words).not.toContain('?.')
})
