import { describe, expect, test } from 'vitest'
import { watchMemory } from '../../src/memory-watch.ts'
import { openTurns } from '../../src/server/work/turns.ts'

const limits = { atOnce: 2, ofOneAtOnce: 1, waiting: { ofOne: 3, ofAll: 5 } }

/** Work that ends when it is told to, and the order in which it began. */
function workshop() {
  const turns = openTurns(limits)
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const take = (client: string, name: string, gone?: AbortSignal) =>
    turns.take(client, gone, () => {
      begun.push(name)
      return new Promise<string>((done) => ends.set(name, () => done(name)))
    })
  return { begun, take, end: (name: string) => ends.get(name)!() }
}
const settled = () => new Promise((done) => setImmediate(done))

describe('turns', () => {
  test('nobody’s many hold up another’s one', async () => {
    const { begun, take, end } = workshop()
    const many = ['a1', 'a2', 'a3'].map((name) => take('a', name))
    const one = take('b', 'b1')
    await settled()
    expect(begun).toEqual(['a1', 'b1'])
    end('b1')
    expect(await one).toBe('b1')
    await settled()
    expect(begun).toEqual(['a1', 'b1'])
    end('a1')
    await settled()
    end('a2')
    await settled()
    end('a3')
    expect(await Promise.all(many)).toEqual(['a1', 'a2', 'a3'])
  })

  test('what nobody waits for any more does not begin', async () => {
    const { begun, take, end } = workshop()
    void take('a', 'a1')
    const gone = new AbortController()
    const left = take('a', 'a2', gone.signal)
    const after = take('a', 'a3')
    gone.abort()
    await expect(left).rejects.toMatchObject({ rule: 'gone' })
    end('a1')
    await settled()
    expect(begun).toEqual(['a1', 'a3'])
    end('a3')
    await after
    await expect(take('a', 'a4', gone.signal)).rejects.toMatchObject({ rule: 'gone' })
  })

  test('whoever has too many waiting is told when to come again, and nobody else', async () => {
    const { take } = workshop()
    for (let at = 0; at < 4; at += 1) void take('a', `a${at}`)
    await expect(take('a', 'a5')).rejects.toMatchObject({ status: 503, retryAfter: 10 })
    void take('b', 'b1')
    void take('b', 'b2')
    void take('c', 'c1')
    await expect(take('d', 'd1')).rejects.toMatchObject({ status: 503 })
  })
})

test('the task that has run longest ends where the process grows beyond what its tasks may take', async () => {
  let taken = 100
  const ended: string[] = []
  const memory = watchMemory(300, () => taken)
  const forget = memory.watch(() => ended.push('first'))
  memory.watch(() => ended.push('second'))
  taken = 700
  await new Promise((done) => setTimeout(done, 150))
  expect(ended).toEqual([])
  taken = 701
  await expect.poll(() => ended).toEqual(['first', 'second'])
  forget()
})
