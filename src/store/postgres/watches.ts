import { randomBytes } from 'node:crypto'
import { moment } from '../../moment.ts'
import { Problem } from '../../problem.ts'
import { digestOf } from '../digest.ts'
import { dueAfter, everyOf, type Watch, type Watches, watchJob } from '../watches.ts'
import type { Ask, Database } from './connect.ts'
import { beginJob } from './jobs/begin.ts'
import type { Queue } from './jobs/queue.ts'
import { type ToldAs, tellDeed } from './rows.ts'

type Row = Omit<Watch, 'next'> & { next: Date }

const watchSql = 'select id, title, every, task, by, next from clausebook.watch'

/** Watches as rows, each with when it is due next. */
export function watchesIn({ ask, within }: Database, queue: Pick<Queue, 'add'>, as: ToldAs): Watches {
  const told = (step: Ask, name: string, by: string, did: string) =>
    tellDeed(step, 'watch', as, { by, did, name, version: 1, sha256: digestOf(did) })

  return {
    async add({ title, every, first, task, by }) {
      everyOf(every)
      const id = randomBytes(4).toString('hex')
      const next = first ?? as.now().toISOString()
      return within(async (step) => {
        await step(
          'insert into clausebook.watch (id, title, every, task, by, next) values ($1, $2, $3, $4, $5, $6)',
          [id, title, every, JSON.stringify(task), by, next],
        )
        await told(step, id, by, `watches every ${every}`)
        return { id, title, every, task, by, next }
      })
    },
    async list() {
      return (await ask<Row>(`${watchSql} order by next, id`)).map(watchOf)
    },
    async remove(id, by) {
      await within(async (step) => {
        const [gone] = await step('delete from clausebook.watch where id = $1 returning id', [id])
        if (!gone)
          throw new Problem('watch', `there is no watch ${id}: clausebook watch list tells which there are`)
        await told(step, id, by, 'watches no more')
      })
    },
    tick: () =>
      within(async (step) => {
        const now = as.now()
        // Whoever comes second passes over those that another has in hand, and finds them due later.
        const due = await step<Row>(`${watchSql} where next <= $1 order by next, id for update skip locked`, [
          now.toISOString(),
        ])
        const begun: string[] = []
        for (const { id, title, every, task, by, next } of due) {
          const after = new Date(dueAfter(next.getTime(), now.getTime(), everyOf(every)))
          await step('update clausebook.watch set next = $2 where id = $1', [id, after.toISOString()])
          const place = moment(next.toISOString())
          const asked = {
            what: watchJob,
            title,
            task: { ...task, by, watch: id },
            by,
            ofRegister: true as const,
          }
          begun.push(await beginJob(step, queue, as, asked, only({ place })))
        }
        return begun
      }),
  }
}

function watchOf({ next, ...watch }: Row): Watch {
  return { ...watch, next: next.toISOString() }
}

async function* only(thing: unknown) {
  yield { things: [thing] }
}
