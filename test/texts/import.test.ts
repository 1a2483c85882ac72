import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encode } from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { escapeXml } from '../../src/ooxml/index.ts'
import { importTexts, openTexts } from '../../src/texts/index.ts'
import { p, wordFile } from '../ooxml/word-file.ts'
import { folderWith, licensesOf, words } from './licenses.ts'

const licenses = licensesOf()
const all = {
  'heron-1/license.txt': words.heron,
  'heron-1/use-policy.md': words.heronPolicy,
  'swift-2/license.txt': words.swift,
  'swift-2/use-policy.md': words.swiftPolicy,
}

describe('importing official texts', () => {
  test('knows each text by its bytes, whatever its file is called', async () => {
    const from = await folderWith({
      'a.txt': words.heron,
      'deep/LICENSE': words.swift,
      'b.md': words.heronPolicy,
    })
    const store = openTexts(licenses, await folderWith())
    const results = await importTexts(store, from)
    expect(results.map(({ outcome, id }) => [outcome, id])).toEqual([
      ['imported', 'heron-1'],
      ['imported', 'heron-1/use-policy'],
      ['imported', 'swift-2'],
    ])
    expect((await store.status()).map(({ matches }) => matches)).toEqual([
      'bytes',
      'bytes',
      'bytes',
      undefined,
    ])
    expect((await importTexts(store, from)).every(({ outcome }) => outcome === 'here')).toBe(true)
  })

  test('knows a copy by its words: other line breaks, quotes, markup, encoding', async () => {
    const copies = {
      'spaces.txt': words.heron.replaceAll('\n', '  \n'),
      'straight.txt': words.heron.replace(/[“”]/g, '"'),
      'wrapped.txt': words.heron.replaceAll(', ', ',\n'),
      'utf16.txt': encode(words.heron, 'utf16le', { addBOM: true }),
      'windows.txt': encode(words.heron, 'win1252'),
      'word.docx': wordFile({
        body: words.heron
          .split(/\n+/)
          .map((line) => p(escapeXml(line)))
          .join(''),
      }),
      'bold.md': words.heron.replace('HERON LICENSE AGREEMENT', '**HERON LICENSE AGREEMENT**'),
    }
    for (const [name, content] of Object.entries(copies)) {
      const store = openTexts(licenses, await folderWith())
      const [result] = await importTexts(store, join(await folderWith({ [name]: content }), name))
      expect([name, result?.outcome, result?.id]).toEqual([name, 'imported', 'heron-1'])
      expect(await store.read('heron-1')).toMatchObject({ matches: 'words' })
    }
  })

  test('puts the pinned bytes in place of a copy, never a copy in place of the pinned bytes', async () => {
    const copy = await folderWith({ 'copy.txt': words.heron.replaceAll('\n', ' \n') })
    const pinned = await folderWith({ 'pinned.txt': words.heron })
    const store = openTexts(licenses, await folderWith())
    await importTexts(store, copy)
    expect((await importTexts(store, pinned))[0]?.outcome).toBe('imported')
    expect((await importTexts(store, copy))[0]?.outcome).toBe('here')
    expect((await store.read('heron-1'))?.matches).toBe('bytes')
  })

  test('refuses changed words, and says how many and of what', async () => {
    const store = openTexts(licenses, await folderWith(all))
    const from = await folderWith({ 'x.txt': words.heron.replace('dry', 'wet').replace('for reading, ', '') })
    const [result] = await importTexts(store, from)
    expect(result).toMatchObject({
      outcome: 'refused',
      id: 'heron-1',
      reason: 'closest to the Heron agreement, 3 words differ: refused without --accept-changed',
    })
    expect((await readdir(join(store.folder, 'heron-1'))).sort()).toEqual(['license.txt', 'use-policy.md'])
  })

  test('keeps changed words under a name of their own where they are accepted', async () => {
    const store = openTexts(licenses, await folderWith(all))
    const accept = async (text: string) =>
      (await importTexts(store, await folderWith({ 'x.md': text }), { acceptChanged: true }))[0]
    const wet = words.heron.replace('dry', 'wet')
    expect(await accept(wet)).toMatchObject({
      outcome: 'accepted',
      id: 'heron-1@local-1',
      reason: 'closest to the Heron agreement, 1 word differs: kept as heron-1@local-1',
    })
    expect((await accept(wet))?.reason).toMatch(/here already as heron-1@local-1$/)
    expect((await accept(words.heron.replace('dry', 'moist')))?.id).toBe('heron-1@local-2')
    expect((await accept(words.swift.replace('shouts', 'sings')))?.id).toBe('swift-2@local-1')
    expect((await accept(words.swiftPolicy.replace('waves', 'sings')))?.id).toBe('swift-2/use-policy@local-1')
    expect((await store.read('heron-1@local-1'))?.source).toBe(wet)
    expect((await store.read('heron-1'))?.source).toBe(words.heron)
  })

  test('knows a changed text by its title where the pinned one is not here', async () => {
    const store = openTexts(licenses, await folderWith())
    const from = await folderWith({ 'x.txt': words.heron.replace('dry', 'wet') })
    expect((await importTexts(store, from))[0]?.reason).toBe(
      'names itself the Heron agreement and is not the pinned text, which is not here to compare with: refused without --accept-changed',
    )
    const [kept] = await importTexts(store, from, { acceptChanged: true })
    expect(kept?.id).toBe('heron-1@local-1')
  })

  test('says so where the policy behind an agreement is cut away', async () => {
    const store = openTexts(licenses, await folderWith(all))
    const from = await folderWith({ 'x.txt': words.swift.split('Swift Watching')[0]! })
    expect((await importTexts(store, from))[0]?.reason).toBe(
      'has the words of the Swift agreement without what is published behind it: refused without --accept-changed',
    )
  })

  test('leaves what is like no text', async () => {
    const store = openTexts(licenses, await folderWith(all))
    const from = await folderWith({
      'poem.txt': 'The owl and the pussycat went to sea in a beautiful pea-green boat.',
      'picture.txt': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
      'empty.txt': '',
      'license.txt': words.heron,
    })
    expect((await importTexts(store, from)).map(({ outcome }) => outcome)).toEqual([
      'unknown',
      'here',
      'unknown',
      'unknown',
    ])
  })

  test('does not write over another text that is there', async () => {
    const store = openTexts(licenses, await folderWith({ 'heron-1/license.txt': 'Mine.' }))
    const from = await folderWith({ 'x.txt': words.heron })
    expect((await importTexts(store, from))[0]?.outcome).toBe('differs')
    expect(await readFile(join(store.folder, 'heron-1/license.txt'), 'utf8')).toBe('Mine.')
    expect((await importTexts(store, from, { replace: true }))[0]?.outcome).toBe('imported')
  })

  test('takes the front matter of a collection away', async () => {
    const odd = licensesOf()
    odd.get('heron-1')!.texts[0]!.pin.without = 'front-matter'
    const store = openTexts(odd, await folderWith())
    const from = await folderWith({ 'heron.LICENSE': `---\nkey: heron\n---\n\n${words.heron.trimEnd()}` })
    expect((await importTexts(store, from))[0]).toMatchObject({ outcome: 'imported', id: 'heron-1' })
    expect((await store.read('heron-1'))?.source).toBe(words.heron)
  })
})
