import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import {
  actingFrom,
  Conflict,
  type Matters,
  NameTaken,
  NoSuchMatter,
  type Said,
} from '../../src/store/index.ts'
import { bundled } from './bundle.ts'
import { type Engine, engines } from './engines.ts'

// Within the package, whose tables of PostgreSQL the program looks for.
const cache = join(packageRoot(), 'node_modules', '.cache')
mkdirSync(cache, { recursive: true })
const programs = mkdtempSync(join(cache, 'clausebook-writer-'))
afterAll(() => rmSync(programs, { recursive: true }))
const yaml = (title: string, more = '') => `matter: ${title}\n${more}`

/** Rounds of each of eight writers; the thousand of the design are for `npm run test:long`. */
const rounds = process.env.CLAUSEBOOK_LONG ? 125 : 15

for (const engine of engines) {
  describe.skipIf(engine.missing)(`a store of ${engine.name}`, () => {
    let opened: Engine
    let matters: Matters
    beforeAll(engine.start)
    afterAll(engine.end)
    beforeEach(async () => {
      opened = await engine.open()
      matters = opened.store.matters
    })
    afterEach(() => opened.close())

    describe('a matter that is saved', () => {
      test('gets a name by its title, and each version says who saved it and when', async () => {
        const first = await matters.save({ yaml: yaml('ACME / Search'), by: 'dana' })
        expect(first).toMatchObject({ name: 'acme-search', version: 1 })
        await matters.save({
          yaml: yaml('ACME / Search', 'a: 1\n'),
          name: first.name,
          base: first.base,
          by: 'lee',
        })
        expect(await matters.versions('acme-search')).toMatchObject([
          { version: 2, by: 'lee', at: '2025-01-31T10:00:00.000Z', did: 'saved' },
          { version: 1, by: 'dana' },
        ])
        expect((await matters.open('acme-search')).yaml).toContain('a: 1')
        expect((await matters.open('acme-search', 1)).yaml).toBe(yaml('ACME / Search'))
      })

      test('is refused where it is based on an older version, also one with the same words', async () => {
        const first = await matters.save({ yaml: yaml('A', 'v: 1\n'), by: 'd' })
        const second = await matters.save({ yaml: yaml('A', 'v: 2\n'), name: 'a', base: first.base, by: 'd' })
        await matters.save({ yaml: yaml('A', 'v: 1\n'), name: 'a', base: second.base, by: 'd' })
        const late = matters.save({ yaml: yaml('A', 'v: 9\n'), name: 'a', base: first.base, by: 'x' })
        await expect(late).rejects.toBeInstanceOf(Conflict)
        await expect(late).rejects.toMatchObject({ theirs: { version: 3, yaml: yaml('A', 'v: 1\n') } })
      })

      test('twice by a double click is saved once', async () => {
        const once = '5f0c2f4e-0000-4000-8000-000000000000'
        const both = await Promise.all([1, 2].map(() => matters.save({ yaml: yaml('B'), by: 'd', once })))
        expect(both.map(({ name }) => name)).toEqual(['b', 'b'])
        // Also when another server takes the second click.
        const other = (await opened.other()).matters
        expect((await other.save({ yaml: yaml('B'), by: 'd', once })).name).toBe('b')
        const again = { yaml: yaml('B', 'c: 1\n'), name: 'b', base: both[0]!.base, by: 'd' }
        const saved = await Promise.all([matters.save(again), matters.save(again), other.save(again)])
        expect(saved.map(({ version }) => version)).toEqual([2, 2, 2])
      })

      test('takes a name that is free, one each, however many are saved at once', async () => {
        const other = (await opened.other()).matters
        await matters.save({ yaml: yaml('Same 2'), by: 'x' })
        const saved = await Promise.all(
          Array.from({ length: 12 }, (_, at) =>
            (at % 2 ? matters : other).save({ yaml: yaml('Same', `n: ${at}\n`), by: 'd' }),
          ),
        )
        expect(new Set(saved.map(({ name }) => name)).size).toBe(12)
        expect((await matters.open('same-2')).yaml).toBe(yaml('Same 2'))
      })
    })

    describe('what else can be done', () => {
      test('an old version is restored as the newest', async () => {
        const first = await matters.save({ yaml: yaml('A', 'v: 1\n'), by: 'd' })
        const second = await matters.save({ yaml: yaml('A', 'v: 2\n'), name: 'a', base: first.base, by: 'd' })
        await expect(matters.restore('a', 1, first.base, 'd')).rejects.toBeInstanceOf(Conflict)
        await matters.restore('a', 1, second.base, 'lee')
        expect(await matters.versions('a')).toMatchObject([
          { version: 3, did: 'restored 1', by: 'lee' },
          {},
          {},
        ])
        expect((await matters.open('a')).yaml).toBe(yaml('A', 'v: 1\n'))
      })

      test('a name is changed, and never to one that is taken', async () => {
        const { base } = await matters.save({ yaml: yaml('A'), by: 'd' })
        await matters.save({ yaml: yaml('B'), by: 'd' })
        await expect(matters.rename('a', 'b', base, 'd')).rejects.toBeInstanceOf(NameTaken)
        await expect(matters.rename('a', '../c', base, 'd')).rejects.toBeInstanceOf(NameTaken)
        // Nor to one that a command would take for a file.
        await expect(matters.rename('a', 'c.yaml', base, 'd')).rejects.toBeInstanceOf(NameTaken)
        expect((await matters.save({ yaml: yaml('Env.YML'), by: 'd' })).name).toBe('env-yml')
        await matters.remove('env-yml', (await matters.open('env-yml')).base, 'd')
        await matters.rename('a', 'c', base, 'd')
        await expect(matters.open('a')).rejects.toBeInstanceOf(NoSuchMatter)
        expect((await matters.versions('c')).map(({ did }) => did)).toEqual(['renamed a', 'saved'])
        expect((await matters.list()).matters.map(({ name }) => name)).toEqual(['b', 'c'])
      })

      test('a matter that is deleted leaves its name, digest and who, and no word', async () => {
        const { base } = await matters.save({ yaml: yaml('Secret', 'x: hushhush\n'), by: 'dana' })
        await expect(matters.remove('secret', '0.0', 'x')).rejects.toBeInstanceOf(Conflict)
        await actingFrom('192.0.2.7', () => matters.remove('secret', base, 'lee'))
        await expect(matters.open('secret')).rejects.toBeInstanceOf(NoSuchMatter)
        await expect(
          matters.save({ yaml: yaml('Secret'), name: 'secret', base, by: 'd' }),
        ).rejects.toBeInstanceOf(NoSuchMatter)
        const [saved, gone] = await opened.audit()
        expect(gone).toEqual({ ...saved, did: 'deleted', by: 'lee', from: '192.0.2.7', version: 2 })
        expect(JSON.stringify(await opened.audit())).not.toContain('hushhush')
      })
    })

    test(`eight writers in processes of their own lose no save in ${rounds * 8} rounds`, async () => {
      const script = await bundled('writer', programs)
      await matters.save({ yaml: yaml('Shared', 'count: 0\n'), by: 'd' })
      const writers = Array.from({ length: 8 }, (_, at) =>
        spawn(process.execPath, [script, opened.place, 'shared', String(rounds), `w${at}`], {
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      )
      const told = await Promise.all(
        writers.map(async (child) => {
          let out = ''
          child.stdout!.on('data', (data) => (out += data))
          expect((await once(child, 'close'))[0]).toBe(0)
          return out
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as { saved: number })
        }),
      )
      const saved = told
        .flat()
        .map((one) => one.saved)
        .filter((version) => version > 0)
      expect(told.flat()).toHaveLength(rounds * 8)
      // Every save that was announced is a version of its own, and builds on the one before.
      expect(saved.sort((a, b) => a - b)).toEqual(Array.from({ length: saved.length }, (_, at) => at + 2))
      const newest = await matters.open('shared')
      expect(newest.yaml).toContain(`count: ${saved.length}\n`)
    })

    test('those of several names are opened at once, and what an address brings that is no name is none', async () => {
      await matters.save({ yaml: yaml('A'), by: 'd' })
      await matters.save({ yaml: yaml('B'), by: 'd' })
      const found = await matters.openAll(['a', 'b', 'c', '../x', 'nul\0'])
      expect(found.map(({ name, version }) => `${name} ${version}`).sort()).toEqual(['a 1', 'b 1'])
      for (const name of ['../x', 'nul\0', '', 'c'])
        await expect(matters.open(name)).rejects.toBeInstanceOf(NoSuchMatter)
      for (const version of [0, 2, 1.5, 9e15])
        await expect(matters.open('a', version)).rejects.toBeInstanceOf(NoSuchMatter)
    })

    test('a list is paged in the order of names from both ends, and found by a part of them', async () => {
      for (let at = 0; at < 23; at += 1) await matters.save({ yaml: yaml(`N ${at + 10}`), by: 'd' })
      const names: string[] = []
      for (let page = 1; page <= 6; page += 1) {
        const list = await matters.list({ page, size: 4 })
        expect(list).toMatchObject({ total: 23, pages: 6, page })
        names.push(...list.matters.map(({ name }) => name))
      }
      expect(names).toEqual(Array.from({ length: 23 }, (_, at) => `n-${at + 10}`))
      expect(await matters.names()).toEqual(names)
      expect((await matters.list({ page: 99, size: 4 })).page).toBe(6)
      expect((await matters.list({ page: Number.NaN })).page).toBe(1)
      const found = await matters.list({ find: 'N-3' })
      expect(found.matters).toMatchObject([
        { name: 'n-30', title: 'N 30', by: 'd', versions: 1, at: '2025-01-31T10:00:00.000Z' },
        { name: 'n-31' },
        { name: 'n-32' },
      ])
      expect(await matters.list({ find: '100%' })).toMatchObject({ total: 0, pages: 1, matters: [] })
    })

    test('what persons decided goes with a matter to its new name, the last word on a row counting', async () => {
      const { decisions } = opened.store
      const { base } = await matters.save({ yaml: yaml('A'), by: 'd' })
      const word = (reason: string, flow_down: string): Said => ({
        said: { flow_down, words: 'w', verdict: 'preferred', reason, by: 'Dana', on: '2025-01-31' },
      })
      await decisions.add('a', 'Initech', [word('first', 'incidents'), word('kept', 'audit')], 'dana')
      await (await opened.other()).decisions.add('a', 'Initech', [word('last', 'incidents')], 'lee')
      await decisions.add('a', 'Globex', [word('other', 'incidents')], 'lee')
      await matters.rename('a', 'b', base, 'd')
      expect((await decisions.list('b', 'Initech')).map(({ reason }) => reason)).toEqual(['kept', 'last'])
      await decisions.add('b', 'Initech', [{ withdrawn: 'audit' }], 'lee')
      expect(await decisions.list('b', 'Initech')).toMatchObject([{ reason: 'last' }])
      await expect(decisions.list('a', 'Initech')).rejects.toBeInstanceOf(NoSuchMatter)
      await expect(decisions.add('a', 'Initech', [], 'lee')).rejects.toBeInstanceOf(NoSuchMatter)
    })
  })
}
