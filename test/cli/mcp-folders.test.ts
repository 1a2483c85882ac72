import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openFolders } from '../../src/cli/mcp/folders.ts'

const root = mkdtempSync(join(tmpdir(), 'clausebook-'))
const deal = join(root, 'tidewater')
mkdirSync(deal)
for (const name of ['deal.yaml', 'deal.key', 'points.json', '1-marks.json', '1-sent.docx'])
  writeFileSync(join(deal, name), 'x')
writeFileSync(join(root, 'points.json'), 'x')
symlinkSync(join(deal, 'deal.key'), join(root, 'paper.txt'))

test('what a deal keeps for our own side is closed to assistants, by a link too', async () => {
  const folders = await openFolders([root])
  for (const name of ['deal.yaml', 'deal.key', 'points.json', '1-marks.json'])
    await expect(folders.existing(`tidewater/${name}`)).rejects.toThrow('is kept by a deal')
  await expect(folders.existing('paper.txt')).rejects.toThrow('is kept by a deal')
  expect(await folders.existing('tidewater/1-sent.docx')).toMatch(/1-sent\.docx$/)
  expect(await folders.existing('points.json')).toMatch(/points\.json$/)
})

test('what it holds decides, whatever its name says', async () => {
  const folders = await openFolders([root])
  const marks = '{ "key": "…", "marks": [{ "mark" : "_cb15e266621570", "point": "audit" }] }'
  const words = '{"points":[{"id":"audit","asked":"preferred","levels":{"preferred":[]},"approval":"Legal"}]}'
  const held: [string, string | Buffer][] = [
    ['notes.txt', marks],
    ['notes-16.txt', Buffer.from(`\ufeff${marks}`, 'utf16le')],
    ['p.md', `# Notes\n\n${words}`],
    ['key.txt', `${'5c'.repeat(32)}\n`],
  ]
  for (const [name, content] of held) {
    writeFileSync(join(root, name), content)
    await expect(folders.existing(name), name).rejects.toThrow('is kept by a deal')
  }
  writeFileSync(join(root, 'terms.md'), '1. Levels. The vendor asks for the approval of each mark.')
  expect(await folders.existing('terms.md')).toMatch(/terms\.md$/)
})

test('nothing is written into a deal, or under a name that is hidden or an option', async () => {
  const folders = await openFolders([root])
  await expect(folders.fresh('tidewater/evil.docx')).rejects.toThrow('is kept by a deal')
  for (const name of ['.hidden.docx', '--evil.docx'])
    await expect(folders.fresh(name)).rejects.toThrow('begin it with a letter')
  expect(await folders.fresh('letter.docx')).toMatch(/letter\.docx$/)
  await expect(folders.existing('a\0b.docx')).rejects.toThrow(/is not there|not open/)
})
