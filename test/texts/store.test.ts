import { describe, expect, test } from 'vitest'
import { openTexts, requireText } from '../../src/texts/index.ts'
import { folderWith, licensesOf, words } from './licenses.ts'

const licenses = licensesOf()
const open = async (files: Record<string, string | Uint8Array>) =>
  openTexts(licenses, await folderWith(files))

describe('the store of official texts', () => {
  test('gives an agreement and a use policy by their ids', async () => {
    const store = await open({
      'heron-1/license.txt': words.heron,
      'heron-1/use-policy.md': words.heronPolicy,
    })
    expect(await store.read('heron-1')).toMatchObject({
      id: 'heron-1',
      source: words.heron,
      matches: 'bytes',
    })
    expect(await store.read('heron-1/agreement')).toMatchObject({ id: 'heron-1' })
    expect(await store.read('heron-1/use-policy')).toMatchObject({
      source: words.heronPolicy,
      matches: 'bytes',
    })
  })

  test('knows the pinned words in another layout', async () => {
    const copy = words.heron.replaceAll('“', '"').replaceAll('”', '"').replaceAll('\n', ' \r\n')
    expect((await (await open({ 'heron-1/license.txt': copy })).read('heron-1'))?.matches).toBe('words')
  })

  test('knows a changed word', async () => {
    const changed = words.heron.replace('dry', 'wet')
    expect((await (await open({ 'heron-1/license.txt': changed })).read('heron-1'))?.matches).toBe('neither')
  })

  test('cuts a text from the one attached behind it, and gives both', async () => {
    const store = await open({ 'swift-2/license.txt': words.swift })
    const own = await store.read('swift-2')
    const attached = await store.read('swift-2/use-policy@agreement')
    expect(own?.source + (attached?.source ?? '')).toBe(words.swift)
    expect(attached?.source).toMatch(/^Swift Watching Policy\n/)
    expect([own?.matches, attached?.matches]).toEqual(['bytes', 'bytes'])
    expect(await store.read('swift-2/use-policy')).toBeUndefined()
  })

  test('gives accepted changes by their own ids', async () => {
    const changed = words.heron.replace('dry', 'wet')
    const store = await open({ 'heron-1/license@local-1.txt': changed })
    expect(await store.read('heron-1@local-1')).toMatchObject({ source: changed, matches: 'neither' })
    expect((await store.status()).map(({ id, present }) => [id, present])).toEqual([
      ['heron-1', false],
      ['heron-1/use-policy', false],
      ['swift-2', false],
      ['swift-2/use-policy', false],
      ['heron-1@local-1', true],
    ])
  })

  test('says how to get a text that is not here', async () => {
    const store = openTexts(licenses, '/nowhere/at/all')
    await expect(requireText(store, 'heron-1')).rejects.toThrow(
      'the official text of heron-1 is not here: clausebook texts fetch, or texts import DIR',
    )
    expect((await store.status()).every(({ present }) => !present)).toBe(true)
  })

  test('suggests the nearest id', async () => {
    const store = openTexts(licenses, '/nowhere')
    expect(() => store.read('hern-1')).toThrow('hern-1 is no license of the library: did you mean heron-1?')
    expect(() => store.read('x')).toThrow('the licenses are heron-1, swift-2')
    expect(() => store.read('heron-1/annex')).toThrow(
      'heron-1 has no annex; its texts are heron-1/agreement and heron-1/use-policy',
    )
    expect(() => store.read('heron-1@agreement')).toThrow('heron-1 has no copy named agreement')
  })
})
