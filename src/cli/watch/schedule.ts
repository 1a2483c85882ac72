import { moment } from '../../moment.ts'
import { nameText } from '../../texts/index.ts'
import { type DatabaseOptions, requireDatabase, withDatabase } from '../database.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { table } from '../jobs/table.ts'
import { tell } from '../output.ts'
import { requireRegister } from './part.ts'
import type { WatchTask } from './task.ts'

/** What `clausebook watch add` can be told. */
export interface ScheduleOptions extends DatabaseOptions, HouseOptions {
  every: string
  at?: string
  due: string
  offline?: boolean
  by?: string
}

/** `clausebook watch add --every 1d`. */
export async function addWatch(ids: string[], options: ScheduleOptions): Promise<void> {
  const { every, at, due, offline = false, by = 'somebody' } = options
  const { licenses } = await libraryFor(options)
  const named = ids.map((id) => nameText(id, licenses).id)
  const task: Omit<WatchTask, 'by'> = { ids: named, due, offline }
  const title = `watch of ${named.length === 0 ? 'all texts' : named.join(', ')}, every ${every}`
  await withDatabase(requireDatabase(options), async ({ watches, people }) => {
    await requireRegister(people, by)
    const first = at === undefined ? undefined : nextAt(at, new Date())
    const { id, next } = await watches.add({ title, every, task, by, ...(first !== undefined && { first }) })
    await tell(`watch ${id}: ${title}, first at ${moment(next)} UTC; clausebook worker does it\n`)
  })
}

/** `clausebook watch list`. */
export async function listWatches({ json, ...options }: DatabaseOptions & { json?: true }): Promise<void> {
  const watches = await withDatabase(requireDatabase(options), (store) => store.watches.list())
  if (json) return tell(`${JSON.stringify({ version: 1, watches }, null, 2)}\n`)
  if (watches.length === 0) return tell('There is no watch: clausebook watch add --every 1d begins one.\n')
  const rows = watches.map(({ id, next, by, title }) => [id, moment(next), by, title])
  await tell(table([['WATCH', 'NEXT (UTC)', 'BY', 'WHAT'], ...rows]))
}

/** `clausebook watch remove WATCH`. */
export async function removeWatch(id: string, options: DatabaseOptions & { by?: string }): Promise<void> {
  await withDatabase(requireDatabase(options), ({ watches }) => watches.remove(id, options.by ?? 'somebody'))
  await tell(`watch ${id} is removed; what it came to stays among the jobs\n`)
}

/** The next time that it is so late in UTC: `07:00`. */
function nextAt(time: string, now: Date): string {
  const today = new Date(`${now.toISOString().slice(0, 10)}T${time}:00Z`)
  return new Date(today.getTime() + (today <= now ? 24 * 60 * 60 * 1000 : 0)).toISOString()
}
