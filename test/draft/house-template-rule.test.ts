import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { houseTemplateRule, loadTemplates } from '../../src/draft/index.ts'
import { checkLibrary, libraryFolder } from '../../src/library/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-house-templates-'))
afterAll(() => rmSync(folder, { recursive: true }))

let houses = 0
async function told(templates: Record<string, string>): Promise<string[]> {
  houses += 1
  const house = join(folder, String(houses))
  for (const [name, source] of Object.entries({ '../house.yaml': 'name: A\n', ...templates })) {
    const file = join(house, 'templates', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, source)
  }
  const rules = [houseTemplateRule(await loadTemplates())]
  const { problems } = await checkLibrary(libraryFolder(), new Map(), rules, { folder: house })
  return problems.map(String)
}

describe('a template of a house', () => {
  it('has the note that counsel reviews it and the record of what it was made of', async () => {
    expect(await told({ 'notice.md.hbs': '# Notice\n\n{{> record}}\n' })).toEqual([
      expect.stringMatching(/notice\.md\.hbs:1 .*\{\{> review\}\} is not in it, by which a document says/),
    ])
    expect(await told({ 'notice.md.hbs': '# Notice\n\n{{> review}}\n{{> record}}\n' })).toEqual([])
  })

  it('of the note or the record itself keeps what it says', async () => {
    const all = await told({
      'partials/review.md.hbs': 'Nothing. {{draft.final}}\n',
      'partials/record.md.hbs': 'Nothing.\n',
    })
    expect(all).toEqual([
      expect.stringMatching(/record\.md\.hbs:1 .*\{\{draft\.record\}\} is not in it/),
      expect.stringMatching(/review\.md\.hbs:1 .*draft\.privileged is not in it/),
    ])
  })

  it('is of a document that there is, and calls partials that there are', async () => {
    const all = await told({ 'letter.md.hbs': '{{> review}}\n{{> nosuch}}\n{{> record}}\n' })
    expect(all).toEqual([
      expect.stringMatching(/letter\.md\.hbs:1 .*no document is called letter/),
      expect.stringMatching(/letter\.md\.hbs:2:1 .*there is no partial nosuch/),
    ])
  })
})
