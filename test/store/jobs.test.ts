import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type AskedPart,
  actingFrom,
  type Jobs,
  NoSuchJob,
  openFileStore,
  type TakenPart,
  type Thing,
} from '../../src/store/index.ts'
import { type Engine, engines } from './engines.ts'

const asked = { what: 'draft', title: 'addenda', task: { document: 'vendor-addendum' }, by: 'dana' }

/** Things named by their number, so many in a part. */
async function* parts(all: number, size: number): AsyncGenerator<AskedPart> {
  for (let first = 1; first <= all; first += size)
    yield {
      things: Array.from({ length: Math.min(size, all - first + 1) }, (_, at) => ({
        name: `row ${first + at}`,
      })),
    }
}

const done = ({ things }: TakenPart, failed: number[] = []) =>
  things.map(({ at, given }) => ({
    failed: failed.includes(at),
    said: { of: given },
    ...(!failed.includes(at) && { content: new TextEncoder().encode(`draft ${at} \0\u00e9`) }),
  }))

for (const engine of engines) {
  describe.skipIf(engine.missing)(`jobs of a store of ${engine.name}`, () => {
    let opened: Engine
    let jobs: Jobs
    beforeAll(engine.start)
    afterAll(engine.end)
    beforeEach(async () => {
      opened = await engine.open()
      jobs = opened.store.jobs
    })
    afterEach(() => opened.close())

    async function taken(): Promise<TakenPart> {
      const part = await jobs.next('here')
      if (!part) throw new Error('there is no part')
      return part
    }

    async function all(id: string): Promise<Thing[]> {
      const things = []
      for await (const thing of jobs.things(id)) things.push(thing)
      return things
    }

    test('are kept with their parts, worked on in any order, and read in theirs', async () => {
      async function* withFile() {
        for await (const part of parts(5, 2)) yield part.things.length > 1 ? part : { ...part, file }
      }
      const file = new Uint8Array([0, 255, 13, 10])
      const { id } = await jobs.begin(asked, withFile())
      expect(await jobs.open(id)).toMatchObject({
        ...asked,
        state: 'waiting',
        things: { all: 5, done: 0, failed: 0 },
      })
      const mine = [await taken(), await taken(), await taken()]
      expect(await jobs.next('there')).toBeUndefined()
      expect(mine.map(({ part }) => part).sort()).toEqual([1, 2, 3])
      expect(mine.find(({ part }) => part === 3)).toMatchObject({
        ...{ job: id, what: 'draft', task: asked.task },
        things: [{ at: 5, given: { name: 'row 5' } }],
      })
      expect(mine.map((taken) => taken.file && [...taken.file]).filter(Boolean)).toEqual([[...file]])
      await mine[1]!.done(done(mine[1]!))
      expect(await jobs.list()).toMatchObject([{ id, state: 'at work', things: { all: 5 } }])
      await mine[0]!.done(done(mine[0]!))
      await mine[2]!.done(done(mine[2]!))
      expect(await jobs.open(id)).toMatchObject({ state: 'done', things: { all: 5, done: 5, failed: 0 } })
      const read = await all(id)
      expect(read.map(({ given }) => given)).toEqual([1, 2, 3, 4, 5].map((at) => ({ name: `row ${at}` })))
      expect(read.map(({ result }) => new TextDecoder().decode(result!.content))).toEqual(
        [1, 2, 3, 4, 5].map((at) => `draft ${at} \0\u00e9`),
      )
      for await (const { result } of jobs.things(id, true))
        expect(Object.keys(result!)).not.toContain('content')
      expect(await jobs.parts(id)).toMatchObject([
        { part: 1, from: 1, to: 2, state: 'done', attempts: 1, worker: 'here' },
        { part: 2, from: 3, to: 4 },
        { part: 3, from: 5, to: 5 },
      ])
    })

    test('leave one result of a thing, however often it is done, and the first that came', async () => {
      const { id } = await jobs.begin(asked, parts(1, 1))
      const part = await taken()
      await part.done(done(part))
      await part.done([{ failed: true, said: { of: 'the second' } }])
      await part.failed('too late')
      expect(await all(id)).toMatchObject([
        { at: 1, result: { failed: false, said: { of: { name: 'row 1' } } } },
      ])
      expect(await jobs.open(id)).toMatchObject({ state: 'done', things: { done: 1, failed: 0 } })
      expect(await jobs.next('there')).toBeUndefined()
    })

    test('are cancelled: no part is begun any more, and what is in hand changes nothing', async () => {
      const { id } = await jobs.begin(asked, parts(3, 1))
      const [one, two] = [await taken(), await taken()]
      await one.done(done(one))
      expect(await jobs.cancel(id, 'lee')).toMatchObject({ state: 'cancelled', things: { done: 1 } })
      await two.done(done(two))
      expect(await jobs.next('there')).toBeUndefined()
      expect(await jobs.open(id)).toMatchObject({ state: 'cancelled', things: { all: 3, done: 1 } })
      await expect(jobs.cancel(id, 'lee')).rejects.toThrow(`nothing of job ${id} waits to be done`)
      expect(await jobs.retry(id, 'lee', 'after all')).toMatchObject({
        state: 'at work',
        things: { done: 1 },
      })
      for (let part = await jobs.next('x'); part; part = await jobs.next('x')) await part.done(done(part))
      expect(await jobs.open(id)).toMatchObject({ state: 'done', things: { done: 3 } })
    })

    test('are removed while a part is in hand: what comes of it is passed over, and the next job is done', async () => {
      const { id } = await jobs.begin(asked, parts(2, 1))
      const [one, two] = [await taken(), await taken()]
      await jobs.cancel(id, 'lee')
      const other = await jobs.begin(asked, parts(1, 1))
      await jobs.remove(id, 'lee')
      await one.done(done(one))
      await two.failed('nobody asks any more')
      await expect(jobs.open(id)).rejects.toThrow(NoSuchJob)
      const part = await taken()
      expect(part.job).toBe(other.id)
      // Whoever lists them meanwhile is told of the others.
      await part.done(done(part))
      const [listed] = await Promise.all([jobs.list(), jobs.remove(other.id, 'lee')])
      expect(listed.map(({ id }) => id)).not.toContain(id)
      expect(await jobs.next('here')).toBeUndefined()
    })

    test('keep what waits for a word, and who gave it on what, until they are gone', async () => {
      const begin = async () => {
        const { id } = await jobs.begin(asked, parts(3, 2))
        for (let part = await jobs.next('x'); part; part = await jobs.next('x'))
          await part.done(
            done(part).map((one, at) =>
              part!.things[at]!.at === 2 ? one : { ...one, waits: true as const },
            ),
          )
        return id
      }
      const id = await begin()
      const waiting = await jobs.waiting(10, id)
      expect(waiting).toEqual(
        [1, 3].map((at) => ({
          ...{ job: id, at, given: { name: `row ${at}` } },
          result: { failed: false, said: { of: { name: `row ${at}` } }, waits: true },
        })),
      )
      expect((await all(id)).map(({ result }) => result?.waits)).toEqual([true, undefined, true])
      expect(await jobs.waiting(1, id)).toHaveLength(1)
      const sha256 = 'ab'.repeat(32)
      await jobs.decide(id, 'approved', [{ at: 3, sha256 }], 'carol')
      await jobs.decide(id, 'set aside', [{ at: 1, sha256 }], 'dan')
      expect((await jobs.deeds(id)).map(({ by, did, sha256 }) => [by, did, sha256])).toEqual([
        ['dana', 'queued', expect.not.stringMatching(/^(ab)+$/)],
        ['carol', 'approved draft 3', sha256],
        ['dan', 'set aside draft 1', sha256],
      ])
      // It is for whoever reads it to tell which of them was answered.
      expect(await jobs.waiting(10, id)).toEqual(waiting)
      const other = await begin()
      expect(new Set((await jobs.waiting(10)).map(({ job }) => job))).toEqual(new Set([id, other]))
      for (const wrong of ['00000000', '..'])
        await expect(jobs.waiting(10, wrong)).rejects.toThrow('there is no such job')
      await expect(jobs.decide('00000000', 'approved', [{ at: 1, sha256 }], 'x')).rejects.toThrow(NoSuchJob)
      await jobs.remove(id, 'dana')
      expect((await jobs.waiting(10)).map(({ job }) => job)).toEqual([other, other])
    })

    test('say who did what to them, when and from where, and why once more', async () => {
      const { id } = await actingFrom('192.0.2.7', () => jobs.begin(asked, parts(1, 1)))
      const part = await taken()
      await part.done(done(part, [1]))
      expect(await jobs.open(id)).toMatchObject({ state: 'done', things: { done: 1, failed: 1 } })
      expect(await jobs.failures(id, 10)).toEqual([
        { at: 1, given: { name: 'row 1' }, result: { failed: true, said: { of: { name: 'row 1' } } } },
      ])
      expect(await jobs.failures(id, 0)).toEqual([])
      await expect(jobs.retry(id, 'lee', ' \n')).rejects.toThrow('give --reason WORDS')
      await jobs.retry(id, 'lee', 'the house\nwas missing')
      await expect(jobs.remove(id, 'lee')).rejects.toThrow('cancel it first')
      await jobs.cancel(id, 'lee')
      await jobs.remove(id, 'dana')
      expect(await jobs.deeds(id)).toMatchObject([
        { by: 'dana', did: 'queued', from: '192.0.2.7', version: 1, at: '2025-01-31T10:00:00.000Z' },
        { by: 'lee', did: 'retried: the house was missing', version: 2 },
        { by: 'lee', did: 'cancelled', version: 3 },
        { by: 'dana', did: 'removed', version: 4 },
      ])
      expect(await jobs.list()).toEqual([])
      for (const none of [id, '../..', 'x\0']) await expect(jobs.open(none)).rejects.toBeInstanceOf(NoSuchJob)
      await expect(jobs.retry('00000000', 'lee', 'x')).rejects.toBeInstanceOf(NoSuchJob)
    })

    test('have dead parts, which failed three times, with their reason, and are done once more when asked', async () => {
      const { id } = await jobs.begin(asked, parts(2, 1))
      const failing: number[] = []
      for (let part = await jobs.next('x'); part; part = await jobs.next('x')) {
        if (part.part === 2) await part.done(done(part))
        else {
          failing.push(part.part)
          await part.failed(`no texts,\ntime ${failing.length}`)
        }
      }
      expect(failing).toEqual([1, 1, 1])
      expect(await jobs.open(id)).toMatchObject({ state: 'failed', dead: 1, things: { done: 1 } })
      expect((await jobs.parts(id))[0]).toMatchObject({
        ...{ state: 'failed', attempts: 3, failures: 3, reason: 'no texts, time 3', worker: 'x' },
      })
      expect(await jobs.retry(id, 'lee', 'texts are there')).toMatchObject({ state: 'at work', dead: 0 })
      const part = await taken()
      await part.done(done(part))
      expect(await jobs.open(id)).toMatchObject({ state: 'done', dead: 0 })
    })

    test('are left to others by whoever cannot do them, and no try is used up', async () => {
      const { id } = await jobs.begin(asked, parts(2, 1))
      const part = await taken()
      await part.left('another\nlibrary')
      expect((await jobs.parts(id))[0]).toMatchObject({
        ...{ state: 'waiting', attempts: 0, failures: 0, reason: 'another library' },
      })
      expect(await jobs.open(id)).toMatchObject({ state: 'waiting', dead: 0 })
      const other = (await opened.other()).jobs
      for (let left = 2; left > 0; left -= 1) {
        const theirs = await other.next('there')
        if (!theirs) throw new Error('there is no part')
        await theirs.done(done(theirs))
      }
      expect(await jobs.open(id)).toMatchObject({ state: 'done', dead: 0 })
      expect((await jobs.parts(id))[0]!.reason).toBeUndefined()
    })

    test('go with the matter that they were begun with, whatever it is called by then and also in the middle of the work', async () => {
      const { matters } = opened.store
      const { name, base } = await matters.save({ yaml: 'matter: Zephyr\n', by: 'dana' })
      const other = await jobs.begin(asked, parts(1, 1))
      const paper = new Uint8Array([1])
      async function* withPaper() {
        yield { things: [{ name: 'paper' }], file: paper }
      }
      const { id } = await jobs.begin({ ...asked, matter: name }, withPaper())
      const mine = [await taken(), await taken()].find(({ job }) => job === id)!
      await jobs.begin({ ...asked, matter: name }, parts(3, 2))
      const renamed = await matters.rename(name, 'alder', base, 'dana')
      await matters.remove('alder', renamed.base, 'lee')
      expect((await jobs.list()).map(({ id }) => id)).toEqual([other.id])
      expect((await jobs.deeds(id)).map(({ by, did }) => `${by}: ${did}`)).toEqual([
        'dana: queued',
        'lee: removed with its matter',
      ])
      // Whoever had a part of it in hand leaves nothing, and is given no other of it.
      await mine.done(done(mine))
      await mine.failed('too late')
      expect(await jobs.next('here')).toBeUndefined()
      await expect(all(id)).rejects.toBeInstanceOf(NoSuchJob)
      if (engine.name !== 'files')
        await expect(jobs.begin({ ...asked, matter: 'alder' }, parts(1, 1))).rejects.toThrow('no such matter')
    })

    test('of one person are so many under way at most, and their papers so many bytes', async () => {
      const share = { jobs: 2, bytes: 10 }
      async function* paper(bytes: number) {
        yield { things: [{ name: 'paper' }], file: new Uint8Array(bytes) }
      }
      const first = await jobs.begin({ ...asked, share }, paper(6))
      await jobs.begin({ ...asked, share }, paper(4))
      const third = () => jobs.begin({ ...asked, share }, paper(1))
      await expect(third()).rejects.toThrow('you have 2 jobs under way')
      await jobs.begin({ ...asked, by: 'lee', share }, paper(1))
      await jobs.cancel(first.id, 'dana')
      await expect(third()).rejects.toThrow('the papers of your jobs would have more than 0 MB together')
      expect(await jobs.list()).toHaveLength(3)
      await jobs.begin({ ...asked, share }, parts(1, 1))
      await expect(jobs.retry(first.id, 'dana', 'again', share)).rejects.toThrow('2 jobs under way')
      await jobs.remove(first.id, 'dana')
      await jobs.begin(asked, parts(1, 1))
    })

    // A folder has one audience, and nobody's turn.
    if (engine.name !== 'files') {
      test('of one person, however many, leave others their turn', async () => {
        for (let at = 0; at < 4; at += 1) await jobs.begin({ ...asked, by: 'mallory' }, parts(2, 1))
        const { id } = await jobs.begin({ ...asked, by: 'lee' }, parts(4, 1))
        const first = []
        for (let at = 0; at < 8; at += 1) first.push(await taken())
        expect(first.filter(({ job }) => job === id)).toHaveLength(4)
      })
    }

    test('that cannot be read to their end are not kept at all', async () => {
      async function* broken() {
        yield { things: [1] }
        throw new Error('row 2 is none')
      }
      await expect(jobs.begin(asked, broken())).rejects.toThrow('row 2 is none')
      expect(await jobs.list()).toEqual([])
      expect(await jobs.next('here')).toBeUndefined()
    })
  })
}

test('a part in whose middle ten workers of a folder were ended is dead', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausebook-ended-'))
  try {
    const jobs = async () => (await openFileStore(folder)).jobs
    const { id } = await (await jobs()).begin(asked, parts(1, 1))
    for (let ended = 1; ended <= 10; ended += 1)
      expect(await (await jobs()).next(`worker ${ended}`)).toBeDefined()
    expect(await (await jobs()).next('the last')).toBeUndefined()
    expect((await (await jobs()).parts(id))[0]).toMatchObject({
      state: 'failed',
      reason:
        'whoever worked on it was ended in the middle, 10 times, last worker 10: look at memory and log there',
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
