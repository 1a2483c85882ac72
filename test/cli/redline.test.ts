import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { expectValid } from '../word/validity.ts'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-redline-'))
const texts = join(folder, 'texts')

/** An agreement of our own that stands where the official one would: the store takes what is there. */
const own = `HARBOUR LICENSE AGREEMENT

1. Use. You may use the Llama Materials.

6. End. We may end this when the harbour closes. Sections 3, 4 and 7 last beyond it.
`

function redline(args: string[], env: NodeJS.ProcessEnv = { CLAUSEBOOK_TEXTS: texts }) {
  return clausebook(['redline', ...args], { env })
}

await mkdir(join(texts, 'llama-3.1'), { recursive: true })
writeFileSync(join(texts, 'llama-3.1', 'license.txt'), own)

describe('clausebook redline', () => {
  const only = ['llama-3.1', '--position', 'survival']

  test('writes the license with tracked changes, each position explained, for the other side to read', async () => {
    const file = join(folder, 'redline.docx')
    const { status, stderr } = redline([
      ...only,
      '--date',
      '2026-11-02',
      '--author',
      'A. Counsel',
      '--output',
      file,
    ])
    expect(status).toBe(0)
    // The text of this test has no section but the sixth, whose list names four: that is told, one line each.
    expect(stderr.trim().split('\n')).toEqual(
      ['3', '4', '5.b', '7'].map(
        (section) =>
          `clausebook: llama-3.1: Section 6: “Section ${section}” is named, and there is none (reference)`,
      ),
    )
    const docx = new Uint8Array(readFileSync(file))
    const parts = unzipSync(docx)
    expect(strFromU8(parts['word/document.xml']!)).toMatch(
      /<w:del [^>]*w:author="A. Counsel" w:date="2026-11-02T/,
    )
    const comments = strFromU8(parts['word/comments.xml']!)
    expect(comments).toContain('What survives, made explicit')
    expect(comments).not.toMatch(/INTERNAL|Fallback|Leverage|Walk-away/)
    await expectValid(docx)
  })

  test('writes nothing where something does not fit together, with --strict', () => {
    const file = join(folder, 'strict.docx')
    const { status, stderr } = redline([...only, '--strict', '--output', file])
    expect(status).toBe(1)
    expect(stderr).toContain('the redline is not written')
    expect(existsSync(file)).toBe(false)
  })

  test('says what we hold back in an internal file alone, and marks it', () => {
    const file = join(folder, 'internal.docx')
    expect(redline([...only, '--internal', '--output', file]).status).toBe(0)
    const parts = unzipSync(new Uint8Array(readFileSync(file)))
    expect(strFromU8(parts['word/comments.xml']!)).toMatch(/INTERNAL[\s\S]*Fallback:[\s\S]*Leverage:/)
    expect(
      Object.entries(parts).some(
        ([name, part]) => name.includes('header') && strFromU8(part).includes('Confidential'),
      ),
    ).toBe(true)
  })

  test('shows the same changes as Markdown, HTML and JSON', () => {
    const markdown = redline([...only, '--format', 'markdown']).stdout
    expect(markdown).toMatch(/a lawyer reviews/)
    expect(markdown).toMatch(/~~Sections 3, 4 and 7~~<ins>Sections 3, 4, 5\.b and 7/)
    expect(redline([...only, '--format', 'html']).stdout).toMatch(
      /<del>Sections 3, 4 and 7<\/del><ins>Sections 3/,
    )
    const json = JSON.parse(redline([...only, '--format', 'json']).stdout)
    expect(json.amendments[0].instruction).toMatch(
      /^In Section 6, the words “Sections 3, 4 and 7” are replaced by “/,
    )
    expect(JSON.stringify(json)).not.toMatch(/"level"|fallback|leverage/i)
  })

  test.each([
    [['llama-3.1', '--position', 'survivl'], /there is no position “survivl”: did you mean survival\?/],
    [
      ['llama-3.1', '--position', 'survival=best'],
      /no level “best”: levels are preferred, fallback, walk-away/,
    ],
    [['llama-1', '--position', 'survival'], /no occasion under llama-1 \(section 7\.c\)/],
    [['llama-3.1'], /give --matter FILE, or --position ID/],
    [['llama-3.1/use-policy', '--position', 'survival'], /positions change agreements/],
    [
      ['llama-3.1', '--position', 'survival=walk-away'],
      /no word of llama-3\.1 is changed by survival \(walk-away\)/,
    ],
    [
      ['llama-3.1', '--position', 'mau-counting'],
      /mau-counting \(preferred\) under llama-3\.1: there is no section 2/,
    ],
    [['llama-3.1', '--position', 'survival', '--output', '/nowhere/x.docx'], /there is no folder/],
  ])('refuses %j in one line', (args, reason) => {
    const { status, stdout, stderr } = redline(args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(reason)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  test('says how to get the official text where it is not here', () => {
    const { status, stderr } = redline(only, { CLAUSEBOOK_TEXTS: join(folder, 'none') })
    expect(status).toBe(2)
    expect(stderr).toBe(
      'clausebook: the official text of llama-3.1 is not here: clausebook texts fetch, or texts import DIR\n',
    )
  })
})
