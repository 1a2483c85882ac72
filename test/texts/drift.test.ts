import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sha256Of } from '../../src/texts/digest.ts'
import { checkTexts, newerText, openTexts } from '../../src/texts/index.ts'
import { folderWith, licensesOf, words } from './licenses.ts'
import { type Answer, repositoryWith } from './repository.ts'

const main = '/owl/licenses/HEAD/heron/LICENSE'
const here = { 'heron-1/license.txt': words.heron, 'swift-2/license.txt': words.swift }

async function check(answers: Record<string, Answer>, { address = false, id = 'heron-1' } = {}) {
  const { base } = await repositoryWith(answers)
  const licenses = licensesOf()
  if (address) licenses.get('heron-1')!.texts[0]!.address = `${base}/page`
  const store = openTexts(licenses, await folderWith(here))
  const [drift] = await checkTexts(store, { base, ids: [id], retries: 0, timeLimit: 500 })
  return drift!
}
const says =
  (text: string, type = 'text/plain'): Answer =>
  (_, response) =>
    response.writeHead(200, { 'content-type': type }).end(text)

const page = (text: string) =>
  `<html><body><nav><p>Models Docs</p></nav><main>${text
    .replace('wet-\n', 'wet-')
    .split('\n\n')
    .map((part) => `<p>${part}</p>`)
    .join('')}</main><footer><p>Privacy Terms</p></footer></body></html>`

describe('the newer text that a check keeps', () => {
  const checked = async (answer: string, store: ReturnType<typeof openTexts>, type?: string) => {
    const { base } = await repositoryWith({ [main]: says(answer, type) })
    const [drift] = await checkTexts(store, {
      base,
      ids: ['heron-1'],
      retries: 0,
      timeLimit: 500,
      keep: true,
    })
    return drift!
  }

  test('is one, in the bytes that were read, and goes when the pinned words stand there again', async () => {
    const store = openTexts(licensesOf(), await folderWith(here))
    expect(await newerText(store, 'heron-1')).toBeUndefined()
    const first = await checked(words.heron.replace('dry', 'wet'), store)
    expect(await newerText(store, 'heron-1')).toBe(first.kept)
    const changed = words.heron.replace('dry', 'clean')
    const second = await checked(changed, store)
    expect(readFileSync(second.kept!, 'utf8')).toBe(changed)
    const web = await checked(page(words.heron.replace('dry', 'wet')), store, 'text/html')
    expect(web.kept).toMatch(/license@newer\.html$/)
    expect(await newerText(store, 'heron-1')).toBe(web.kept)
    // The pinned text is as it was, and no accepted change was made of it.
    expect((await store.read('heron-1'))?.source).toBe(words.heron)
    expect((await store.status()).map(({ id }) => id)).not.toContain('heron-1@newer')
    expect((await checked(words.heron, store)).kept).toBeUndefined()
    expect(await newerText(store, 'heron-1')).toBeUndefined()
  })

  test('is not kept where nobody asked for it', async () => {
    const { base } = await repositoryWith({ [main]: says(words.heron.replace('dry', 'wet')) })
    const store = openTexts(licensesOf(), await folderWith(here))
    await checkTexts(store, { base, ids: ['heron-1'], retries: 0, timeLimit: 500 })
    expect(await newerText(store, 'heron-1')).toBeUndefined()
  })
})

describe('checking what is published today', () => {
  test('finds the pinned words in another layout', async () => {
    const drift = await check({ [main]: says(words.heron.replaceAll('\n', ' \r\n')) })
    expect(drift).toMatchObject({ outcome: 'same', words: 0, changes: [] })
  })

  test('shows each change with the words before it', async () => {
    const drift = await check({ [main]: says(words.heron.replace('dry, out', 'wet, never out')) })
    expect(drift).toMatchObject({ outcome: 'changed', words: 2 })
    expect(drift.changes).toMatchObject([
      { removed: 'dry,', added: 'wet, never', after: 'Care. You keep the Heron' },
    ])
  })

  test('sees words added behind the last of a file', async () => {
    const drift = await check({ [main]: says(`${words.heron}\n3. Feed it daily.\n`) })
    expect(drift).toMatchObject({ outcome: 'changed', words: 4 })
  })

  test('reads the text out of the official page, and leaves menu and footer alone', async () => {
    const same = await check({ '/page': says(page(words.heron), 'text/html') }, { address: true })
    expect(same).toMatchObject({ outcome: 'same', address: expect.stringMatching(/\/page$/) })
    const changed = page(words.heron.replace('dry', 'wet'))
    const drift = await check({ '/page': says(changed, 'text/html') }, { address: true })
    expect(drift).toMatchObject({ outcome: 'changed', words: 1 })
  })

  test('reads the repository where the page does not show the text, and says why', async () => {
    const empty = '<html><body><div id="root"></div><p>Please turn on scripts.</p></body></html>'
    const drift = await check(
      { '/page': says(empty, 'text/html'), [main]: says(words.heron) },
      { address: true },
    )
    expect(drift).toMatchObject({
      outcome: 'same',
      address: expect.stringMatching(/\/HEAD\/heron\/LICENSE$/),
    })
    expect(drift.reasons).toEqual([expect.stringMatching(/\/page does not show the text$/)])
  })

  test('tells another text of any length as such at once, and a text that is turned over whole in one place', async () => {
    const many = Array.from({ length: 4000 }, (_, at) => `w${at}`)
    const store = openTexts(licensesOf(), await folderWith({ 'heron-1/license.txt': many.join(' ') }))
    store.licenses.get('heron-1')!.texts[0]!.pin = {
      ...store.licenses.get('heron-1')!.texts[0]!.pin,
      sha256: sha256Of(many.join(' ')),
      bytes: many.join(' ').length,
    }
    const told = async (text: string) => {
      const { base } = await repositoryWith({ [main]: says(text) })
      let waited = 0
      let last = performance.now()
      const timer = setInterval(() => {
        waited = Math.max(waited, performance.now() - last)
        last = performance.now()
      }, 20)
      const [drift] = await checkTexts(store, { base, ids: ['heron-1'], retries: 0, timeLimit: 5000 })
      clearInterval(timer)
      // Whoever has a part of a job says every ten seconds that he lives.
      expect(Math.max(waited, performance.now() - last)).toBeLessThan(10_000)
      return drift!
    }
    const other = Array.from({ length: 12_000 }, (_, at) => `v${at}`)
    for (const text of [other.join(' '), [...many, ...other].join(' '), `${many.join(' ')} `.repeat(30)])
      expect(await told(text)).toMatchObject({
        outcome: 'unread',
        reasons: [expect.stringMatching(/LICENSE does not show the text$/)],
      })
    const turned = [many[0]!, ...many.slice(1, -1).reverse(), many.at(-1)!]
    const { outcome, changes } = await told(turned.join(' '))
    expect([outcome, changes.length]).toEqual(['changed', 1])
    expect(changes[0]).toMatchObject({ after: 'w0', removed: many.slice(1, -1).join(' ') })
  }, 60_000)

  test('takes the attached policy as part of the file', async () => {
    const drift = await check({ '/owl/licenses/HEAD/swift/LICENSE': says(words.swift) }, { id: 'swift-2' })
    expect(drift.outcome).toBe('same')
  })

  test('says what it could not read, and what is not here', async () => {
    expect(await check({})).toMatchObject({
      outcome: 'unread',
      reasons: [expect.stringContaining('answers 404')],
    })
    expect(await check({}, { id: 'heron-1/use-policy' })).toMatchObject({ outcome: 'absent' })
  })
})
