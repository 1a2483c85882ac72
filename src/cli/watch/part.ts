import type { WatchSaid } from '../../batch/index.ts'
import { toldBy, watchToMail, watchToRss, watchVerdict } from '../../impact/index.ts'
import { Problem } from '../../problem.ts'
import type { TakenPart, TeamStore, ThingResult } from '../../store/index.ts'
import { today } from '../../today.ts'
import type { DatabaseOptions } from '../database.ts'
import type { HouseOptions } from '../house.ts'
import { watchedBy, watchJson } from './run.ts'
import { watchTaskSchema } from './task.ts'

/**
 * Does a watch of a database: looks at what changed, whom that touches and what is due, and keeps the report.
 *
 * @param place the database, whose register and matters are looked at
 */
export function partWatcher(
  { people }: Pick<TeamStore, 'people'>,
  place: DatabaseOptions & HouseOptions,
): (part: TakenPart) => Promise<ThingResult[]> {
  return async ({ task, things }) => {
    const { ids, due, offline, by } = watchTaskSchema.parse(task)
    await requireRegister(people, by)
    const status = process.exitCode
    const watched = await watchedBy(ids, { ...place, due, offline, date: today(), seenBy: by })
    // What a command ends with is nothing to a worker, which goes on.
    process.exitCode = status
    const said: WatchSaid = {
      verdict: watchVerdict(watched),
      told: toldBy(watched).map(({ title, lines }) => ({ title, lines })),
      json: watchJson(watched),
      rss: watchToRss(watched),
    }
    const content = new TextEncoder().encode(watchToMail(watched))
    return things.map(() => ({ failed: false, said, content }))
  }
}

/**
 * A watch tells of the register, to whoever asked for it.
 *
 * @throws Problem where people are told apart, and he does not see it
 */
export async function requireRegister(people: TeamStore['people'], by: string): Promise<void> {
  if ((await people.list()).length === 0) return
  const person = await people.find(by)
  if (person && person.role !== 'requester') return
  throw new Problem(
    'watch',
    `${by} does not see the register, of which a watch tells: have it asked for by somebody who does (--by), as clausebook people list has them`,
  )
}
