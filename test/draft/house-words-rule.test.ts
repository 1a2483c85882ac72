import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { houseWordsRule, loadTemplates } from '../../src/draft/index.ts'
import { checkLibrary, libraryFolder } from '../../src/library/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-house-words-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function checked(words: string) {
  writeFileSync(join(folder, 'house.yaml'), `name: A\nwords:\n${words}`)
  const rules = [houseWordsRule(await loadTemplates())]
  const { problems, notes } = await checkLibrary(libraryFolder(), new Map(), rules, { folder })
  return { problems: problems.map(String), notes: notes.filter((one) => one.startsWith('words:')) }
}

describe('the words of a house, where ours stand', () => {
  it('are told where two come to stand beside each other as one, and noted where ours stand nowhere', async () => {
    const { problems, notes } = await checked(
      '  claim: demand\n  license: licence\n  agreement: Licence\n  zyxwv: vwxyz\n',
    )
    expect(problems).toHaveLength(2)
    for (const [at, line] of [4, 5].entries())
      expect(problems[at]).toMatch(
        new RegExp(
          `house\\.yaml:${line}:\\d+ \\(house A\\) “license agreements?” becomes “licence licences?”`,
          'i',
        ),
      )
    expect(notes).toEqual([
      expect.stringMatching(/“claim, demand” becomes “demand, demand” .*house\.yaml:3/),
      expect.stringMatching(/“zyxwv” stands nowhere .*house\.yaml:6/),
    ])
  })

  it('pass where the two are given together, or words differ', async () => {
    const { problems } = await checked('  letter: side\n')
    expect(problems).toEqual([expect.stringMatching(/:3:\d+ .*“side letters?” becomes “side sides?”/)])
    const together = '  letter: side\n  side letter: deed\n  license: licence\n  agreement: contract\n'
    expect((await checked(together)).problems).toEqual([])
  })
})
