import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Problem } from '../../src/problem.ts'
import { type DealPlace, dealFolder } from '../../src/store/index.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'
import type { TeamStore } from '../../src/store/types.ts'
import { type Cluster, hasPostgres, startCluster } from '../setup/postgres.ts'

/** Where deals are kept, as two people have it. */
interface Kind {
  name: string
  missing: boolean
  start(): Promise<void>
  /** The deal of the name, as one or the other of both has it. */
  place(name: string, by: string): DealPlace
  end(): Promise<void>
}

const matterYaml = 'matter: ACME\n'
const kinds: Kind[] = [folders(), rows()]
const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing was refused',
    (error: unknown) => (error instanceof Problem ? error.toString() : String(error)),
  )

function folders(): Kind {
  let root: string
  return {
    name: 'folders',
    missing: false,
    async start() {
      root = mkdtempSync(join(tmpdir(), 'clausebook-deal-'))
    },
    place: (name) => dealFolder(join(root, name)),
    end: async () => rmSync(root, { recursive: true }),
  }
}

function rows(): Kind {
  let cluster: Cluster
  let store: TeamStore
  return {
    name: hasPostgres
      ? 'rows of PostgreSQL'
      : 'rows of PostgreSQL, which is not here: apt-get install postgresql',
    missing: !hasPostgres,
    async start() {
      cluster = await startCluster()
      store = await openPostgresStore(await cluster.database())
    },
    place: (name, by) => store.deals.place(name, by),
    async end() {
      await store.close()
      cluster.remove()
    },
  }
}

let made = 0

for (const kind of kinds) {
  describe.skipIf(kind.missing)(`deals as ${kind.name}`, () => {
    beforeAll(kind.start)
    afterAll(kind.end)
    let name: string
    let place: DealPlace
    const begun = {
      yaml: 'deal: a\n',
      files: new Map([
        ['deal.key', 'k\n'],
        ['1-sent.docx', 'PK'],
      ]),
    }
    beforeEach(async () => {
      made += 1
      name = `Müller ${made}`
      place = kind.place(name, 'dana')
      expect(await place.begin(begun)).toBe(true)
    })

    test('one that is there is not begun again', async () => {
      expect(await place.begin({ ...begun, yaml: 'deal: b\n' })).toBe(false)
      expect(await refused(place.requireNew())).toMatch(/already/)
      await kind.place(`${name} b`, 'dana').requireNew()
      expect((await place.open()).yaml).toBe('deal: a\n')
    })

    test('one that is not there is told, with how to open one', async () => {
      const told = await refused(kind.place('nowhere', 'dana').open())
      expect(told).toMatch(/nowhere/)
      expect(told).toMatch(/clausebook round (open|list)/)
      expect(await refused(kind.place('nowhere', 'dana').hold(async () => {}))).toMatch(/nowhere/)
    })

    test('what comes back is kept with its record, and what is taken back is gone', async () => {
      const files = new Map([['1-returned.docx', new Uint8Array([80, 75, 0, 255])]])
      await place.hold((deal) => deal.save({ yaml: 'deal: a\nback: 1\n', files, did: 'round 1 came back' }))
      const open = await kind.place(name, 'lee').open()
      expect(open.yaml).toBe('deal: a\nback: 1\n')
      expect([...(await open.file('1-returned.docx', 10))]).toEqual([80, 75, 0, 255])
      expect(words(await open.file('deal.key', 10))).toBe('k\n')
      expect(await refused(open.file('1-returned.docx', 3))).toMatch(/1-returned\.docx.*too large/)
      await place.hold(async (deal) => {
        expect(await refused(deal.requireFree(['1-returned.docx']))).toMatch(/1-returned\.docx.*in the way/)
        await deal.requireFree(['2-sent.docx'])
        await deal.save({ yaml: 'deal: a\n', gone: ['1-returned.docx'], did: 'taken back' })
      })
      expect(await refused((await place.open()).file('1-returned.docx', 10))).toMatch(/is missing/)
    })

    test('of two who add a turn at once one alone does, and the other is told in a line', async () => {
      const add = (by: string) =>
        kind.place(name, by).hold(async (deal) => {
          if (deal.yaml.includes('back')) throw new Problem('round', 'has come back already')
          // Long enough that both have read it, where nobody waits.
          await new Promise((later) => setTimeout(later, 200))
          const files = new Map([['1-returned.docx', by]])
          await deal.save({ yaml: `deal: a\nback: ${by}\n`, files, did: 'round 1 came back' })
        })
      const told = await Promise.all([refused(add('dana')), refused(add('lee'))])
      const [won, lost] = told[0] === 'nothing was refused' ? ['dana', told[1]!] : ['lee', told[0]!]
      expect(told).toContain('nothing was refused')
      expect(lost).toMatch(/has come back already|was changed in the meantime, by \w+ \(round 1 came back\)/)
      expect(lost.split('\n')).toHaveLength(1)
      const open = await place.open()
      expect(open.yaml).toBe(`deal: a\nback: ${won}\n`)
      expect(words(await open.file('1-returned.docx', 10))).toBe(won)
    })

    test('the matter of a file is found again by what deal.yaml says', async () => {
      const file = join(tmpdir(), `clausebook-${process.pid}.yaml`)
      writeFileSync(file, matterYaml)
      const { path, yaml, kept } = await place.matterNamed(file)
      expect(yaml).toBe(matterYaml)
      await place.hold((deal) =>
        deal.save({
          yaml: `deal: a\nmatter: ${path}\n`,
          ...(kept && { files: new Map([kept]) }),
          did: 'set',
        }),
      )
      expect((await (await place.open()).matter(path)).yaml).toBe(matterYaml)
      rmSync(file)
      expect(await refused(place.matterNamed(file))).toMatch(/is not there/)
    })
  })
}
