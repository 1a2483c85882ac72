import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { readLicenses } from '../../src/library/license.ts'
import { wordsDigest } from '../../src/texts/digest.ts'
import { importTexts, openTexts, requireText, sourceWords, wordChanges } from '../../src/texts/index.ts'
import { folderWith } from './licenses.ts'

const texts = process.env.CLAUSEBOOK_TEXTS
if (!texts) console.info('CLAUSEBOOK_TEXTS is not set: the tests on the official texts do not run')
const licenses = await readLicenses(join(packageRoot(), 'clauses'))

describe.runIf(texts)('the official texts', () => {
  const store = openTexts(licenses)

  test('are all the pinned ones, in bytes and in words', async () => {
    const rows = await store.status()
    expect(rows.map(({ id, matches }) => [id, matches])).toEqual(rows.map(({ id }) => [id, 'bytes']))
    for (const { id } of rows) {
      const { source, text, license } = await requireText(store, id)
      const attached = text.attached
        ? (await requireText(store, `${license.id}/use-policy@agreement`)).source
        : ''
      expect([id, wordsDigest(source + attached)]).toEqual([id, text.pin.words])
    }
  })

  test('say the date, the wording of it and the parties that license.yaml says', async () => {
    for (const { id, released, releasedAs, slots, name, parties } of licenses.values()) {
      const words = sourceWords((await requireText(store, id)).source).join(' ')
      for (const party of parties) expect(words).toContain(party)
      if (released) expect(words).toContain(`${name} ${releasedAs}: ${slots.release_date}`)
    }
  })

  test('start with the titles that license.yaml gives', async () => {
    for (const { id, title } of await store.status()) {
      const head = sourceWords((await requireText(store, id)).source)
        .slice(0, 12)
        .join(' ')
      expect(head.toLowerCase()).toContain(title.toLowerCase())
    }
  })

  test('of Llama 3 part into the agreement and the policy behind it, which differs as noted', async () => {
    const own = await requireText(store, 'llama-3')
    const attached = await requireText(store, 'llama-3/use-policy@agreement')
    expect(own.source).not.toContain('Acceptable Use Policy\n')
    expect(attached.source).toMatch(/^Meta Llama 3 Acceptable Use Policy\n/)
    const alone = await requireText(store, 'llama-3/use-policy')
    const changes = wordChanges(sourceWords(attached.source), sourceWords(alone.source))
    const said = changes.map(({ removed, added }) => `${removed} → ${added}`)
    expect(said).toContain('Meta → ')
    expect(said).toContain(' → 3')
    expect(
      said.some((change) => /llama3\/use-policy.* → .*ai\.meta\.com\/llama\/use-policy/.test(change)),
    ).toBe(true)
    const lettersAndAddresses =
      /^(Meta )?(\w{1,3}\.)? ?→ ?(\w{1,3}\.)?$|meta\.com|facebook|github|^Meta → $|^ → 3$|^Meta Llama 3: → Llama:/
    expect(said.filter((change) => !lettersAndAddresses.test(change))).toEqual([])
  })

  test('are recognised in a copy that differs in its spaces, as Llama 3’s longer copy does', async () => {
    const { source } = await requireText(store, 'llama-3')
    const attached = await requireText(store, 'llama-3/use-policy@agreement')
    const copy = (source + attached.source).replace(/\.\n/g, '. \n')
    const own = openTexts(licenses, await folderWith())
    const [result] = await importTexts(own, await folderWith({ 'LICENSE.txt': copy }))
    expect(result).toMatchObject({
      outcome: 'imported',
      id: 'llama-3',
      reason: 'has the pinned words in another layout',
    })
  })

  test('are told from one another where words were changed', async () => {
    const folder: Record<string, string> = {}
    for (const { id } of await store.status()) {
      const { source } = await requireText(store, id)
      folder[`${id.replace('/', '-')}.txt`] = source.replace(/\b(you|by|of)\b/, 'nobody')
    }
    const own = openTexts(licenses)
    const results = await importTexts(own, await folderWith(folder))
    for (const { file, id, outcome, reason } of results) {
      expect(file.replace('-use', '/use')).toMatch(new RegExp(`/${id}\\.txt$`))
      expect(outcome).toBe('refused')
      expect(reason).toContain(', 1 word differs')
    }
  })
})
