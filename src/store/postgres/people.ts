import { Problem } from '../../problem.ts'
import { digestOf } from '../digest.ts'
import { isPersonName, type People, type Person } from '../people.ts'
import type { Ask, Database } from './connect.ts'
import { type ToldAs, tellDeed } from './rows.ts'

/** Whoever may come in, a row each. */
export function peopleIn({ ask, within }: Database, as: ToldAs): People {
  const told = (step: Ask, name: string, by: string, did: string) =>
    tellDeed(step, 'person', as, { by, did, name, version: 1, sha256: digestOf(did) })

  /** Without one, nobody could let anybody in on the pages. */
  async function requireAdmin(step: Ask): Promise<void> {
    const [one] = await step(`select name from clausebook.person where role = 'admin' limit 1`)
    if (one) return
    throw new Problem('person', 'nobody would be admin then: make somebody else admin first')
  }

  /** Of two that take the last admins away at once, the second waits. */
  const locked = (step: Ask) => step('lock table clausebook.person in share row exclusive mode')

  return {
    list: () => ask<Person>('select name, role from clausebook.person order by name collate "C"'),
    async find(name) {
      if (!isPersonName(name)) return undefined
      const [found] = await ask<Person>('select name, role from clausebook.person where name = $1', [name])
      return found
    },
    async set({ name, role }, by) {
      if (!isPersonName(name))
        throw new Problem(
          'person',
          'this is no name of a person: write it as the sign-on does, in 80 characters',
        )
      await within(async (step) => {
        await locked(step)
        await step(
          'insert into clausebook.person (name, role) values ($1, $2) on conflict (name) do update set role = excluded.role',
          [name, role],
        )
        await requireAdmin(step)
        await told(step, name, by, `made ${role}`)
      })
    },
    remove: (name, by) =>
      within(async (step) => {
        await locked(step)
        const [gone] = await step('delete from clausebook.person where name = $1 returning name', [name])
        if (!gone)
          throw new Problem(
            'no-such-person',
            'there is nobody of that name: clausebook people list tells who is',
          )
        await requireAdmin(step)
        await told(step, name, by, 'let in no more')
      }),
  }
}
