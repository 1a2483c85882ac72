import { expect, test } from 'vitest'
import { openWorkshop } from '../../src/server/work/workshop.ts'

test('a server that ends answers what is under way, and what comes, with when to come again', async () => {
  const workshop = await openWorkshop(60_000)
  try {
    const lines = (sign: string) =>
      Array.from({ length: 20_000 }, (_, at) => `${at}. ${sign} ${at}`).join('\n')
    const upload = (sign: string) => ({ file: `${sign}.txt`, bytes: new TextEncoder().encode(lines(sign)) })
    const needs = { left: upload('a'), right: upload('b') }
    const under = workshop.run('compare', needs as never).catch((error: unknown) => error)
    await new Promise((done) => setTimeout(done, 100))
    workshop.end()
    const refusal = { status: 503, rule: 'ending', retryAfter: 10 }
    expect(await under).toMatchObject(refusal)
    await expect(workshop.run('compare', needs as never)).rejects.toMatchObject(refusal)
  } finally {
    await workshop.close()
  }
})
