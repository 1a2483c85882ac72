import { matterSource } from '../../files/matter-source.ts'
import { Problem } from '../../problem.ts'
import { type DealPlace, type Deals, isDealFile, isDealName, type ListedDeal, NoSuchDeal } from '../deals.ts'
import { digestOf } from '../digest.ts'
import { isPlainName, namesFile } from '../title.ts'
import { Conflict, NoSuchMatter, type OpenMatter } from '../types.ts'
import type { Ask, Database } from './connect.ts'
import { type Kind, seenSql } from './kind.ts'
import { baseOfRow, type Current, currentSql, recordRows } from './record.ts'
import { versionsOf } from './rows.ts'

/** Where an export has the matters, from the folder of a deal: so a deal names a matter in rows as in files. */
const matterOfStore = /^\.\.\/\.\.\/matters\/(.+)\.yaml$/
const ownMatter = 'matter.yaml'
/** `acme@12`: no file, and no other that has the name by the time that a command is done. */
const numberedMatter = /^([^/\\@]+)@(\d+)$/

/** What was read of a deal at one moment. */
interface Read {
  row: Current
  files: Map<string, Uint8Array>
}

/**
 * Deals as rows: `deal.yaml` with every version of it as of a matter, and the files beside.
 *
 * @param matter how matters are kept, of which deals are
 */
export function dealsIn(database: Database, kind: Kind, matter: Kind): Deals {
  const { ask, within, place: store } = database
  const rows = recordRows(database, kind)
  const matters = recordRows(database, matter)

  const named = <T>(name: string, work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      throw error instanceof NoSuchMatter ? new NoSuchDeal(name, store) : error
    })

  function read(name: string): Promise<Read> {
    return named(
      name,
      within(async (step) => {
        // A turn that is taken back in the meantime takes its file along.
        await step('set transaction isolation level repeatable read, read only')
        const row = await rows.current(name, step)
        return { row, files: await filesOf(step, row.id) }
      }),
    )
  }

  return {
    list() {
      const values: unknown[] = []
      const seen = seenSql(kind.person, values)
      return ask<ListedDeal>(
        `select r.name, v.yaml from clausebook.record r
         join clausebook.version v on v.record = r.id and v.version = r.version where r.kind = 'deal'${seen} order by r.name`,
        values,
      )
    },
    async isTaken(name) {
      const [row] = await ask(`select id from clausebook.record where kind = 'deal' and name = $1`, [name])
      return row !== undefined
    },
    async numbered(matter) {
      const { id, name } = await matters.current(matter)
      return `${name}@${id}`
    },
    place(name, by): DealPlace {
      if (!isDealName(name))
        throw new Problem(
          'deal',
          `${name} is no name of a deal in ${store}: letters, digits, spaces, points and hyphens, and with a / in it the folder of one, such as ./tidewater`,
        )
      return {
        shown: name,
        whereSent: () => `what clausebook round sent ${name} --output FILE writes`,
        async requireNew() {
          const there = await rows.current(name).catch((error: unknown) => {
            if (error instanceof NoSuchMatter) return undefined
            throw error
          })
          if (there)
            throw new Problem(
              'deal',
              `${name} is in ${store} already: choose another name, or add to the deal with clausebook round add`,
            )
        },
        begin: ({ yaml, files, matter: of }) =>
          within(async (step) => {
            const id = await rows.begun(step, name, { yaml, by })
            if (id === undefined) return false
            await rows.add(step, id, name, { yaml, by, did: 'opened', version: 1 })
            await (of === undefined ? belongs(step, id, yaml) : belongsTo(step, id, of))
            await addFiles(step, id, name, files)
            return true
          }),
        open: async () => opened(name, await read(name)),
        async hold(work) {
          const held = await read(name)
          return work({
            ...opened(name, held),
            async requireFree(files) {
              for (const file of files)
                if (held.files.has(file))
                  throw new Problem('deal', 'is in the way of what the deal keeps', {
                    file: `${name}/${file}`,
                  })
            },
            async save({ yaml, matter: of, files = new Map(), gone = [], did }) {
              const change = within(async (step) => {
                const row = await rows.lockedAt(step, name, baseOfRow(held.row))
                await rows.follow(step, row, { yaml, by, did, base: baseOfRow(held.row) })
                if (of !== undefined) await belongsTo(step, row.id, of)
                // As long as it names the same, another matter that took that name is none of its.
                else if (matterIn(yaml) !== matterIn(held.row.yaml)) await belongs(step, row.id, yaml)
                await step('delete from clausebook.deal_file where deal = $1 and file = any($2)', [
                  row.id,
                  gone,
                ])
                await addFiles(step, row.id, name, files)
              })
              await named(
                name,
                change.catch(async (error: unknown) => {
                  throw error instanceof Conflict ? await overtaken(name, error.theirs) : error
                }),
              )
            },
          })
        },
        async matterNamed(given) {
          const [, named = given, number] = numberedMatter.exec(given) ?? []
          if (number === undefined && (!isPlainName(given) || namesFile(given))) {
            const yaml = await matterSource(given)
            return { path: ownMatter, yaml, shown: given, kept: [ownMatter, yaml] }
          }
          const { id, name: known, yaml } = await inStore(named)
          if (number !== undefined && number !== id)
            throw new Problem(
              'matter',
              `${known} is another matter by now: choose the one that is meant again`,
            )
          return { path: `../../matters/${known}.yaml`, yaml, shown: known, id }
        },
      }
    },
    async look(name) {
      const row = await named(name, rows.current(name))
      const about = await matterOf(row, matterIn(row.yaml))
      const stamp = `${row.id} ${baseOfRow(row)} ${about ? `${about.id} ${baseOfRow(about)}` : ''}`
      return { yaml: row.yaml, stamp }
    },
    async file(name, file) {
      const values: unknown[] = [name, file]
      const seen = seenSql(kind.person, values)
      const [row] = await ask<{ content: Buffer }>(
        `select f.content from clausebook.deal_file f join clausebook.record r on r.id = f.deal
         where r.kind = 'deal' and r.name = $1 and f.file = $2${seen}`,
        values,
      )
      return row && new Uint8Array(row.content)
    },
    async having(sha256) {
      const values: unknown[] = [sha256]
      const seen = seenSql(kind.person, values)
      const rows = await ask<{ name: string }>(
        `select distinct r.name from clausebook.deal_file f join clausebook.record r on r.id = f.deal where f.sha256 = $1${seen} order by r.name`,
        values,
      )
      return rows.map(({ name }) => name)
    },
    async versions(name) {
      const { id } = await named(name, rows.current(name))
      return versionsOf(ask, id)
    },
    remove: (name, by) =>
      named(
        name,
        within(async (step) => {
          const row = await rows.current(name, step)
          await rows.remove(step, await rows.lockedAt(step, name, baseOfRow(row)), by)
        }),
      ),
  }

  function opened(name: string, { row, files }: Read) {
    return {
      yaml: row.yaml,
      async file(file: string, most: number): Promise<Uint8Array> {
        const content = files.get(file)
        const at = { file: `${name}/${file}` }
        if (!content) throw new Problem('deal', 'is missing from the deal: take it from a backup', at)
        if (content.length > most)
          throw new Problem(
            'deal',
            `is too large for a deal: ${Math.round(most / 1_000_000)} MB are the most`,
            at,
          )
        return content
      },
      async matter(path: string) {
        const own = files.get(path)
        if (own) return { yaml: new TextDecoder().decode(own), file: `${name}/${path}` }
        const [, known] = matterOfStore.exec(path) ?? []
        if (known === undefined)
          throw new Problem(
            'matter',
            `${path} is no matter of ${store}: name one of it with clausebook round set ${name} --matter NAME`,
          )
        const found = await matterOf(row, known)
        if (found) return { yaml: found.yaml, file: found.name }
        throw new Problem(
          'matter',
          `the matter ${known} that ${name} is of is gone from ${store}, or another has its name now: name one with clausebook round set ${name} --matter NAME`,
        )
      },
      namesMatter: `name one with clausebook round set ${name} --matter NAME`,
    }
  }

  /**
   * The matter that a deal is of, whatever it is called now.
   *
   * @param known what `deal.yaml` calls it; where another has that name, an export would have that one: then there is none
   */
  async function matterOf({ matter }: Current, known: string | undefined): Promise<Current | undefined> {
    if (matter === null || known === undefined || !isPlainName(known)) return undefined
    const [found] = await ask<Current>(
      `${currentSql} and r.id = $2 and not exists (
         select from clausebook.record o where o.kind = 'matter' and o.name = $3 and o.id <> r.id)`,
      ['matter', matter, known],
    )
    return found
  }

  function inStore(name: string): Promise<Current> {
    return matters.current(name).catch((error: unknown) => {
      if (!(error instanceof NoSuchMatter)) throw error
      throw new Problem(
        'matter',
        `there is no matter ${name} in ${store}: name one that is, or a file of one, such as ./${name}.yaml`,
      )
    })
  }

  /** Who was first, and with what. */
  async function overtaken(name: string, theirs: OpenMatter): Promise<Problem> {
    const [row] = await ask<{ by: string; did: string }>(
      `select v.by, v.did from clausebook.record r join clausebook.version v on v.record = r.id
       where r.kind = 'deal' and r.name = $1 and v.version = $2`,
      [name, theirs.version],
    )
    return new Problem(
      'conflict',
      `${name} was changed in the meantime${row ? `, by ${row.by} (${row.did})` : ''}: nothing was kept; see clausebook round status, and do this again`,
    )
  }
}

/** The matter of the store that a `deal.yaml` names. */
function matterIn(yaml: string): string | undefined {
  return /^matter: (?:"|')?\.\.\/\.\.\/matters\/(.+?)\.yaml(?:"|')?$/m.exec(yaml)?.[1]
}

/** Says of which matter of the store a deal is, by its name alone: as with one that is taken in. */
export async function belongs(step: Ask, deal: string, yaml: string): Promise<void> {
  await step(
    `update clausebook.record set matter = (select id from clausebook.record where kind = 'matter' and name = $2) where id = $1`,
    [deal, matterIn(yaml) ?? null],
  )
}

/** Says of which matter a deal is. @throws Problem where that was deleted in the meantime: without one its own share would count */
async function belongsTo(step: Ask, deal: string, matter: string): Promise<void> {
  const [done] = await step(
    `update clausebook.record d set matter = m.id from clausebook.record m where d.id = $1 and m.kind = 'matter' and m.id = $2 returning d.id`,
    [deal, matter],
  )
  if (!done) throw new Problem('matter', 'was deleted in the meantime: nothing was kept; name another matter')
}

/** Files of a deal. */
export async function filesOf(ask: Ask, id: string): Promise<Map<string, Uint8Array>> {
  const rows = await ask<{ file: string; content: Buffer }>(
    'select file, content from clausebook.deal_file where deal = $1 order by file',
    [id],
  )
  return new Map(rows.map(({ file, content }) => [file, new Uint8Array(content)]))
}

/** Puts files of a deal beside it. @throws Problem where a name is none of a deal's file */
export async function addFiles(
  step: Ask,
  deal: string,
  name: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  for (const [file, content] of files) {
    if (!isDealFile(file, name))
      throw new Problem('deal', `${file} is no name of a file that a deal keeps`, { file: name })
    const bytes = Buffer.from(content)
    await step('insert into clausebook.deal_file (deal, file, content, sha256) values ($1, $2, $3, $4)', [
      deal,
      file,
      bytes,
      digestOf(bytes),
    ])
  }
}
