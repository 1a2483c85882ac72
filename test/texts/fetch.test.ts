import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fetchTexts, openTexts } from '../../src/texts/index.ts'
import { folderWith, licensesOf, published, words } from './licenses.ts'
import { type Answer, repositoryWith } from './repository.ts'

const licenses = licensesOf()
const [heron = ''] = Object.keys(published)
const quick = { retries: 2, pause: 1, timeLimit: 500 }

async function fetchHeron(answer: Answer) {
  const repository = await repositoryWith({ [heron]: answer })
  const store = openTexts(licenses, await folderWith())
  const [result] = await fetchTexts(store, { ...quick, base: repository.base, ids: ['heron-1'] })
  const left = (await readdir(store.folder, { recursive: true })).filter((name) => name !== 'heron-1')
  return { result: result!, left, asked: repository.asked.length, store }
}

describe('fetching the official texts', () => {
  test('brings every text that is missing, byte for byte', async () => {
    const { base, asked } = await repositoryWith()
    const store = openTexts(licenses, await folderWith({ 'heron-1/license.txt': words.heron }))
    const told: string[] = []
    const results = await fetchTexts(store, { base, onResult: ({ id }) => told.push(id) })
    expect(results.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['heron-1', 'here'],
      ['heron-1/use-policy', 'fetched'],
      ['swift-2', 'fetched'],
      ['swift-2/use-policy', 'fetched'],
    ])
    expect(told.sort()).toEqual(results.map(({ id }) => id).sort())
    expect(asked).toHaveLength(3)
    expect((await store.status()).every(({ matches }) => matches === 'bytes')).toBe(true)
    expect(await readFile(join(store.folder, 'swift-2/use-policy.md'), 'utf8')).toBe(words.swiftPolicy)
  })

  test('refuses another text in its place, and names it', async () => {
    const { result, left } = await fetchHeron((_, response) =>
      response.end(words.heron.replace('dry', 'wet')),
    )
    expect(result.outcome).toBe('failed')
    expect(result.reason).toMatch(
      /^heron-1 was refused: http\S+ has \d+ bytes with SHA-256 \w{12}…, the pin has/,
    )
    expect(left).toEqual([])
  })

  test('refuses an answer that stops short', async () => {
    const { result, left, asked } = await fetchHeron((_, response) => {
      response.writeHead(200, { 'content-length': Buffer.byteLength(words.heron) })
      response.write(words.heron.slice(0, 40))
      setTimeout(() => response.destroy(), 10)
    })
    expect(result.reason).toMatch(/cannot be read: the connection broke/)
    expect(asked).toBe(3)
    expect(left).toEqual([])
  })

  test('refuses an answer that is short and says nothing of it', async () => {
    const { result, left } = await fetchHeron((_, response) => response.end(words.heron.slice(0, 40)))
    expect(result.reason).toMatch(/was refused: .* has 4\d bytes/)
    expect(left).toEqual([])
  })

  test('stops reading an answer that does not end', async () => {
    const { result, left } = await fetchHeron((_, response) => {
      response.writeHead(200)
      const more = () => {
        while (response.writable && response.write('x'.repeat(65_536)));
        if (response.writable) response.once('drain', more)
      }
      more()
    })
    expect(result.reason).toMatch(/sends more than the \d+ bytes/)
    expect(left).toEqual([])
  })

  test('does not wait for an answer that never comes', async () => {
    const { result, asked } = await fetchHeron(() => {})
    expect(result.reason).toMatch(/was not read in 0\.5 s/)
    expect(asked).toBe(3)
  })

  test('follows a redirect', async () => {
    const { result, store } = await fetchHeron((_, response) =>
      response.writeHead(302, { location: '/moved' }).end(),
    )
    expect(result).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('answers 404') })
    const other = await repositoryWith({
      [heron]: (_, response) => response.writeHead(301, { location: '/moved' }).end(),
      '/moved': (_, response) => response.end(words.heron),
    })
    const [moved] = await fetchTexts(store, { ...quick, base: other.base, ids: ['heron-1'] })
    expect(moved).toEqual({ id: 'heron-1', outcome: 'fetched' })
  })

  test('asks once where there is no such file', async () => {
    const { result, asked } = await fetchHeron((_, response) => response.writeHead(404).end())
    expect(result.reason).toMatch(/^http\S+ answers 404 Not Found$/)
    expect(asked).toBe(1)
  })

  test('asks again after a failure of the server', async () => {
    let times = 0
    const { result, asked } = await fetchHeron((_, response) => {
      times += 1
      if (times < 3) response.writeHead(500).end()
      else response.end(words.heron)
    })
    expect(result.outcome).toBe('fetched')
    expect(asked).toBe(3)
  })

  test('names a server that is not there', async () => {
    const store = openTexts(licenses, await folderWith())
    const [result] = await fetchTexts(store, { ...quick, base: 'http://127.0.0.1:1', ids: ['heron-1'] })
    expect(result?.reason).toMatch(/cannot be read: (its host refuses the connection|bad port)/)
  })

  test('leaves alone what is not the pinned text, unless told to replace it', async () => {
    const { base } = await repositoryWith()
    const mine = words.heron.replace('dry', 'wet')
    const store = openTexts(licenses, await folderWith({ 'heron-1/license.txt': mine }))
    const [kept] = await fetchTexts(store, { base, ids: ['heron-1'] })
    expect(kept).toMatchObject({ outcome: 'differs', reason: expect.stringContaining('--replace') })
    const [replaced] = await fetchTexts(store, { base, ids: ['heron-1'], replace: true })
    expect(replaced?.outcome).toBe('fetched')
    expect((await store.read('heron-1'))?.source).toBe(words.heron)
  })

  test('takes the front matter of a collection away', async () => {
    const odd = licensesOf()
    odd.get('heron-1')!.texts[0]!.pin.without = 'front-matter'
    const { base } = await repositoryWith({
      [heron]: (_, response) => response.end(`---\nkey: heron\nname: Heron\n---\n\n${words.heron.trimEnd()}`),
    })
    const store = openTexts(odd, await folderWith())
    expect(await fetchTexts(store, { base, ids: ['heron-1'] })).toEqual([
      { id: 'heron-1', outcome: 'fetched' },
    ])
    expect((await store.read('heron-1'))?.source).toBe(words.heron)
  })
})

describe('two processes that fetch at once', () => {
  test('both end well, and every file is whole', async () => {
    const { base } = await repositoryWith({
      [heron]: (_, response) => {
        response.write(words.heron.slice(0, 30))
        setTimeout(() => response.end(words.heron.slice(30)), 100)
      },
    })
    const folder = await folderWith()
    const store = openTexts(licenses, folder)
    const seen = new Set<string>()
    let watching = true
    const watch = (async () => {
      while (watching) {
        const text = await readFile(join(folder, 'heron-1/license.txt'), 'utf8').catch(() => undefined)
        if (text !== undefined) seen.add(text)
        await new Promise((done) => setTimeout(done, 1))
      }
    })()
    const all = await Promise.all([1, 2, 3].map(() => fetchTexts(openTexts(licenses, folder), { base })))
    watching = false
    await watch
    expect(all.flat().every(({ outcome }) => outcome !== 'failed')).toBe(true)
    expect([...seen].every((text) => text === words.heron)).toBe(true)
    expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'))).toEqual([])
    expect((await store.status()).every(({ matches }) => matches === 'bytes')).toBe(true)
  })
})
