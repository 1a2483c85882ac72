import { type Jobs, NoSuchJob } from '../../jobs.ts'
import { mayApprove, mayChange, NotYours, type Person } from '../../people.ts'
import type { Ask } from '../connect.ts'
import { seenJobSql } from './read.ts'

/** Jobs as one person sees them: others' are not there, unless they belong to a matter that he sees. */
export function jobsSeenBy(ask: Ask, jobs: Jobs, person: Person): Jobs {
  async function requireSeen(id: string): Promise<{ owner: string }> {
    const values: unknown[] = [id.replaceAll('\0', '')]
    const seen = seenJobSql(person, values)
    const [row] = await ask<{ owner: string }>(
      `select j.by as owner from clausebook.job j where j.id = $1${seen}`,
      values,
    )
    if (!row) throw new NoSuchJob()
    return row
  }

  async function requireOwn(id: string): Promise<void> {
    const { owner } = await requireSeen(id)
    if (!mayChange(person, owner)) throw new NotYours('change')
  }

  return {
    ...jobs,
    async open(id) {
      await requireSeen(id)
      return jobs.open(id)
    },
    async parts(id) {
      await requireSeen(id)
      return jobs.parts(id)
    },
    async *things(id, bare) {
      await requireSeen(id)
      yield* jobs.things(id, bare)
    },
    async failures(id, most) {
      await requireSeen(id)
      return jobs.failures(id, most)
    },
    async waiting(most, id) {
      if (id !== undefined) await requireSeen(id)
      return jobs.waiting(most, id)
    },
    async decide(id, word, seen, by) {
      if (word === 'approved') {
        await requireSeen(id)
        if (!mayApprove(person)) throw new NotYours('approve')
      } else await requireOwn(id)
      return jobs.decide(id, word, seen, by)
    },
    async deeds(id) {
      await requireSeen(id)
      return jobs.deeds(id)
    },
    async cancel(id, by) {
      await requireOwn(id)
      return jobs.cancel(id, by)
    },
    async retry(id, by, reason, share) {
      await requireOwn(id)
      return jobs.retry(id, by, reason, share)
    },
    async remove(id, by) {
      await requireOwn(id)
      return jobs.remove(id, by)
    },
  }
}
