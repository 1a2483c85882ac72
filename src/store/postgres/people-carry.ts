import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Problem } from '../../problem.ts'
import { carryDeeds, deedsFrom } from '../file/carry.ts'
import { isPersonName, roles, type SharedKind } from '../people.ts'
import { everyOf } from '../watches.ts'
import { deedsOf } from './carry.ts'
import type { Ask } from './connect.ts'
import { addDeed } from './rows.ts'
import { rowOf } from './sharing.ts'

const personName = z.string().refine(isPersonName)

/** Who may come in, and whose each matter and deal is and who sees it, in a folder. */
const peopleSchema = z.strictObject({
  people: z.array(z.strictObject({ name: personName, role: z.enum(roles) })),
  shared: z.array(
    z.strictObject({
      kind: z.enum(['matter', 'deal'] satisfies SharedKind[]),
      name: z.string(),
      owner: z.string().min(1),
      with: z.array(
        z.union([
          z.strictObject({ kind: z.enum(['everyone', 'counsel']) }),
          z.strictObject({ kind: z.literal('person'), name: personName }),
        ]),
      ),
    }),
  ),
})

/** What is watched, and when it is due next, in a folder. */
const watchesSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[0-9a-f]{8}$/),
    title: z.string(),
    every: z.string().refine((every) => everyOf(every) > 0),
    task: z.record(z.string(), z.unknown()),
    by: z.string().min(1),
    next: z.iso.datetime(),
  }),
)

const places = { person: 'people', watch: 'watches' } as const

/** Writes who may come in and sees what, and what is watched, each with its audit. @returns how many; none of what there is not */
export async function teamOut(ask: Ask, folder: string): Promise<Record<string, number>> {
  const people = await ask<{ name: string; role: string }>(
    'select name, role from clausebook.person order by name collate "C"',
  )
  const shared = await ask(
    `select r.kind, r.name, r.owner, coalesce((
       select json_agg(case when s.kind = 'person' then json_build_object('kind', s.kind, 'name', s.name)
         else json_build_object('kind', s.kind) end order by s.kind, s.name collate "C")
       from clausebook.share s where s.record = r.id), '[]') as with
     from clausebook.record r where r.kind in ('matter', 'deal') order by r.kind, r.name collate "C"`,
  )
  const watches = await ask<{ next: Date }>(
    'select id, title, every, task, by, next from clausebook.watch order by id',
  )
  return {
    // Where nobody is told apart, all see all.
    ...(await written(ask, folder, 'person', people.length, { people, shared })),
    ...(await written(
      ask,
      folder,
      'watch',
      watches.length,
      watches.map(({ next, ...watch }) => ({ ...watch, next: next.toISOString() })),
    )),
  }
}

async function written(
  ask: Ask,
  folder: string,
  kind: keyof typeof places,
  count: number,
  what: unknown,
): Promise<Record<string, number>> {
  const place = places[kind]
  const to = join(folder, place)
  let made = false
  const begun = async () => {
    if (!made) await mkdir(to, { mode: 0o700 })
    made = true
  }
  if (count > 0) {
    await begun()
    await writeFile(join(to, `${place}.json`), `${JSON.stringify(what, null, 2)}\n`, { mode: 0o600 })
  }
  for await (const deeds of deedsOf(ask, kind)) {
    await begun()
    await carryDeeds(to, deeds)
  }
  return count > 0 ? { [place]: count } : {}
}

/**
 * Takes in who may come in and sees what, and what is watched. Whoever is here already stays what he is.
 *
 * @param came the matters and deals that came with them, as `matter acme`: of no other it is said whose it is
 * @returns how many
 * @throws Problem where it is not as it was kept
 */
export async function teamIn(
  step: Ask,
  folder: string,
  came: ReadonlySet<string>,
  now: Date,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const team = await read(folder, 'person', peopleSchema)
  if (team) {
    counts.people = team.people.length
    for (const { name, role } of team.people)
      await step('insert into clausebook.person (name, role) values ($1, $2) on conflict (name) do nothing', [
        name,
        role,
      ])
    for (const one of team.shared) if (came.has(`${one.kind} ${one.name}`)) await shareIn(step, one)
  }
  const watches = await read(folder, 'watch', watchesSchema)
  if (watches) {
    counts.watches = watches.length
    for (const { id, title, every, task, by, next } of watches)
      await step(
        `insert into clausebook.watch (id, title, every, task, by, next) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do nothing`,
        [id, title, every, JSON.stringify(task), by, next],
      )
  }
  for (const kind of ['person', 'watch'] as const)
    for (const deed of await deedsFrom(join(folder, places[kind]))) await addDeed(step, kind, deed, now)
  return counts
}

async function shareIn(
  step: Ask,
  { kind, name, owner, with: audiences }: z.infer<typeof peopleSchema>['shared'][number],
): Promise<void> {
  const [record] = await step<{ id: string }>(
    'update clausebook.record set owner = $3 where kind = $1 and name = $2 returning id',
    [kind, name, owner],
  )
  if (!record) return
  await step('delete from clausebook.share where record = $1', [record.id])
  for (const one of audiences)
    await step(
      'insert into clausebook.share (record, kind, name) values ($1, $2, $3) on conflict do nothing',
      [record.id, ...rowOf(one)],
    )
}

async function read<T>(
  folder: string,
  kind: keyof typeof places,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const file = join(folder, places[kind], `${places[kind]}.json`)
  const words = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (words === undefined) return undefined
  try {
    return schema.parse(JSON.parse(words))
  } catch {
    throw new Problem('store', 'is not as it was kept: put back what it was', { file })
  }
}
