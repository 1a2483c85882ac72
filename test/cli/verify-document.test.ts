import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

describe('clausebook verify DOCUMENT', () => {
  test('finds the record in a memo, or where it is named, and says where there is none', () => {
    const draft = (...args: string[]) =>
      clausebook(['draft', ...args, '--date', '2026-03-02', '--allow-blanks'])
    expect(draft('risk-memo', 'examples/internal-pilot.yaml', '-o', at('memo.docx')).status).toBe(0)
    const memo = clausebook(['verify', at('memo.docx')])
    expect([memo.status, memo.stdout]).toEqual([0, expect.stringContaining('Nothing was altered')])

    expect(draft('vendor-addendum', 'examples/vendor-saas.yaml', '--record', '-o', at('a.docx')).status).toBe(
      0,
    )
    copyFileSync(at('a.docx'), at('moved.docx'))
    const lost = clausebook(['verify', at('moved.docx')])
    expect([lost.status, lost.stderr]).toEqual([
      2,
      expect.stringMatching(/has no record .* --record FILE\.json, or with --deal .*\n$/),
    ])
    const record = at('a.docx.record.json')
    const named = clausebook(['verify', at('moved.docx'), '--record', record, '--json'])
    expect(JSON.parse(named.stdout)).toMatchObject({ document: 'vendor-addendum', altered: [], outdated: [] })

    // One file held against the record of another is altered throughout.
    const other = clausebook(['verify', at('memo.docx'), '--record', record])
    expect([other.status, other.stdout]).toEqual([
      1,
      expect.stringContaining('Altered or put in since it was made'),
    ])
    expect(clausebook(['verify', at('memo.docx'), '--left', at('a.docx')]).stderr).toMatch(/--right FILE too/)
  })
})
