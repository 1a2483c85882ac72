import { describe, expect, test } from 'vitest'
import { ensureTexts, isOffline, openTexts } from '../../src/texts/index.ts'
import { folderWith, licensesOf, words } from './licenses.ts'
import { type Answer, repositoryWith } from './repository.ts'

const licenses = licensesOf()

/** Longer than any busy machine takes to answer: only what never answers is waited for by the clock. */
const PATIENT = 60_000

async function ensure(ids: string[] | undefined, answer?: Answer, offline = false, patience = PATIENT) {
  const lines: string[] = []
  const repository = await repositoryWith(answer ? { '*': answer } : {})
  const store = openTexts(licenses, await folderWith({ 'heron-1/license.txt': words.heron }))
  const missing = await ensureTexts(store, ids, {
    base: repository.base,
    offline,
    patience,
    say: (line) => lines.push(line),
  })
  return { missing, lines, asked: repository.asked.length, store }
}

describe('a command that needs a text', () => {
  test('fetches what is missing after saying so in one line', async () => {
    const { missing, lines, store } = await ensure(['heron-1', 'heron-1/use-policy'])
    expect(missing).toEqual([])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^Fetching the official text of heron-1\/use-policy from 127\.0\.0\.1:\d+/)
    expect((await store.read('heron-1/use-policy'))?.matches).toBe('bytes')
  })

  test('says nothing and asks nobody where all is here', async () => {
    expect(await ensure(['heron-1'])).toMatchObject({ missing: [], lines: [], asked: 0 })
  })

  test('goes on without it where nothing answers', async () => {
    const { missing, lines } = await ensure(undefined, () => {}, false, 100)
    expect(missing).toEqual(['heron-1/use-policy', 'swift-2', 'swift-2/use-policy'])
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^Fetching 3 official texts/)
    expect(lines[1]).toMatch(/does not answer: going on without the official texts/)
  })

  test('goes on without what the repository does not have', async () => {
    const { missing, lines } = await ensure(['swift-2'], (_, response) => response.writeHead(404).end())
    expect(missing).toEqual(['swift-2'])
    expect(lines[1]).toMatch(/^Going on without swift-2: http\S+ answers 404 Not Found\.$/)
  })

  test('never asks the network when offline', async () => {
    expect(await ensure(['swift-2'], undefined, true)).toMatchObject({
      missing: ['swift-2'],
      lines: [],
      asked: 0,
    })
  })
})

test.each([
  [{}, false],
  [{ CLAUSEBOOK_OFFLINE: '0' }, false],
  [{ CLAUSEBOOK_OFFLINE: '' }, false],
  [{ CLAUSEBOOK_OFFLINE: '1' }, true],
  [{ CLAUSEBOOK_OFFLINE: 'yes' }, true],
])('offline with %j is %j', (env, expected) => {
  expect(isOffline(env)).toBe(expected)
})
