import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-vendors-'))
afterAll(() => rmSync(folder, { recursive: true }))
const register = join(folder, 'register')
const at = ['--register', register]
const table = join(folder, 'vendors.csv')
const said = (...args: string[]) => clausebook(['vendors', ...args, ...at])

test('a table becomes a register, which says what is due, and never loses what was sent', () => {
  writeFileSync(
    table,
    'sep=;\r\nvendor.name;vendor.kind;vendor.models;status;dates.signed;levels.insurance;#po\r\nPine Ltd.;saas;Llama 3.3;WAHR;;;\r\nOak Ltd.;saas;Llama 3.3;signed;03/04/2026;preferred;7\r\n',
  )
  expect(said('list')).toMatchObject({ status: 2, stderr: expect.stringContaining('is no register') })
  const first = said('import', table, '--dry-run')
  expect(first).toMatchObject({ status: 1, stdout: expect.stringContaining('Nothing is kept') })
  expect(first.stderr).toContain('vendors.csv:3: status: expected one of')
  expect(first.stderr).toContain('vendors.csv:4: dates.signed: “03/04/2026” is two days')
  writeFileSync(table, readFileSync(table, 'utf8').replace('WAHR', 'new'))
  expect(said('import', table, '--locale', 'en-GB', '--by', 'Dana', '--date', '2026-05-01')).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('2 new, 0 changed, 0 unchanged, 0 failed'),
  })
  expect(said('list', '--status', 'signed').stdout).toContain('1 of 2 vendors: 1 signed')
  expect(said('set', 'pine', 'status=won').stderr).toMatch(/^clausebook: status: expected one of new, asked/)
  expect(said('import', 'README.md')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('the header names no fact'),
  })
  const linked = said('link', 'pine', '--public-url', 'https://c.example/', '--by', 'Dana').stdout
  expect(linked).toMatch(/^Pine[^\n]+\nhttps:\/\/c\.example\/answer\/[\w-]{43}\n$/)
  const open = said('links').stdout
  expect(open).toMatch(/Dana +0 +0/)
  expect(open).not.toContain(linked.trim().slice(-43))
  expect(said('link', 'pine', '--until', '2020-01-01')).toMatchObject({ status: 2 })
  expect(said('unlink', 'pine').stdout).toContain('1 link is taken back')
  expect(said('links').stdout).toContain('No link is open')
  expect(said('set', 'pine', '#po=8').stdout).toContain('ids.po: nothing → 8')
  expect(said('set', 'pine', 'onwer=Li')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('did you mean owner?'),
  })

  const due = clausebook(['obligations', ...at, '--date', '2026-05-01', '--due', '1y', '--format', 'csv'])
  expect(due.stdout).toContain('2027-04-03,,Oak Ltd.,oak-ltd,vendor,The vendor gives us a certificate')

  const out = join(folder, 'out')
  const draft = () =>
    clausebook([
      ...['draft', 'vendor-questionnaire', '--batch', register, '--output', out],
      ...['--format', 'markdown', '--date', '2026-05-01', '--allow-blanks'],
    ])
  expect(draft()).toMatchObject({ status: 0, stdout: expect.stringContaining('2 drafted') })
  const sent = readFileSync(join(out, 'Oak-Ltd.md'), 'utf8')
  expect(
    said('set', 'oak', 'vendor.models=Llama 4 Scout', '--file', join(out, 'Oak-Ltd.md')).stdout,
  ).toContain('vendor.models: Llama 3.3 → Llama 4 Scout; files: Oak-Ltd.md')
  const again = draft()
  expect(again.stderr).toContain(
    'Oak-Ltd.md was sent and stays as it is; since then changed: vendor.models: Llama 3.3 → Llama 4',
  )
  expect(readFileSync(join(out, 'Oak-Ltd.md'), 'utf8')).toBe(sent)
  expect(readdirSync(out)).toContain('Oak-Ltd-v2.md')
  expect(readFileSync(join(out, 'summary.csv'), 'utf8').split('\r\n')[0]).toMatch(/,notes,#po$/)
  expect(draft().stdout).toContain('0 drafted, 2 unchanged')

  const workbook = join(folder, 'register.xlsx')
  expect(said('export', '--output', workbook).status).toBe(0)
  expect(said('import', workbook).stdout).toContain('0 new, 0 changed, 2 unchanged')
  // What has no place in a table is told beside it.
  expect(said('set', 'pine', 'status=signed').status).toBe(0)
  expect(clausebook(['obligations', ...at, '--format', 'csv']).stderr).toMatch(
    /^clausebook: [\w-]+: What was signed is not kept/m,
  )
  expect(said('show', 'oak', '--format', 'markdown').stdout).toMatch(/Dana: added/)
})
