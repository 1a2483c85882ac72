import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Problem } from '../../problem.ts'
import { digestOf } from '../digest.ts'
import type { Ask } from './connect.ts'

/** What stands beside the bytes of a draft in a folder. */
const aboutSchema = z.object({
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,199}$/),
  document: z.string(),
  title: z.string(),
  /** The matter that it is of, by its name now; null where it is of none, or of one that is gone. */
  matter: z.string().nullable(),
  matter_name: z.string().nullable(),
  matter_version: z.number().nullable(),
  vendor: z.string().nullable(),
  format: z.string().regex(/^[a-z]{1,10}$/),
  by: z.string(),
  at: z.iso.datetime(),
  sha256: z.string(),
  sent_at: z.iso.datetime().nullable(),
  sent_by: z.string().nullable(),
  record: z.string().nullable(),
})

type About = z.infer<typeof aboutSchema>

const ending = '.draft.json'

/** Writes the drafts of a database into a folder: the bytes of each, and beside them what is kept of it. @returns how many */
export async function draftsOut(ask: Ask, folder: string): Promise<number> {
  await mkdir(folder, { mode: 0o700 })
  let [count, after] = [0, '0']
  for (;;) {
    // One at a time, so that memory does not grow with them.
    const [row] = await ask<
      Omit<About, 'at' | 'sent_at'> & { id: string; at: Date; sent_at: Date | null; content: Buffer }
    >(
      `select d.id, d.name, d.document, d.title, r.name as matter, d.matter_name, d.matter_version, d.vendor, d.format,
         d.by, d.at, d.sha256, d.sent_at, d.sent_by, d.record::text as record, d.content
       from clausebook.draft d left join clausebook.record r on r.id = d.matter where d.id > $1 order by d.id limit 1`,
      [after],
    )
    if (!row) return count
    const { id, content, at, sent_at, ...about } = row
    const words = { ...about, at: at.toISOString(), sent_at: sent_at?.toISOString() ?? null }
    await writeFile(join(folder, `${about.name}.${about.format}`), content, { mode: 0o600 })
    await writeFile(join(folder, `${about.name}${ending}`), `${JSON.stringify(words)}\n`, { mode: 0o600 })
    after = id
    count += 1
  }
}

/**
 * Takes in the drafts of a folder, in the order in which they were drafted.
 *
 * @returns how many
 * @throws Problem where one is not as it was kept, or its name is taken
 */
export async function draftsIn(step: Ask, folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending))
  const drafts = await Promise.all(names.sort().map((name) => aboutIn(join(folder, name))))
  for (const about of drafts.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)))
    await draftIn(step, about, await readFile(join(folder, `${about.name}.${about.format}`)))
  return drafts.length
}

async function aboutIn(file: string): Promise<About> {
  try {
    return aboutSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    throw new Problem('store', 'is not as it was kept: put back what it was', { file })
  }
}

async function draftIn(step: Ask, about: About, content: Uint8Array): Promise<void> {
  const { name, matter, sha256, ...rest } = about
  if (digestOf(content) !== sha256)
    throw new Problem('store', `draft ${name} is not as it was kept: put back what it was`)
  const [own] = await step(
    `insert into clausebook.draft
       (name, document, title, matter, matter_name, matter_version, vendor, format, by, at, sha256, sent_at, sent_by, record, content)
     values ($1, $2, $3, (select id from clausebook.record where kind = 'matter' and name = $4), $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict do nothing returning id`,
    [
      ...[name, rest.document, rest.title, matter, rest.matter_name, rest.matter_version, rest.vendor],
      ...[rest.format, rest.by, rest.at, sha256, rest.sent_at, rest.sent_by, rest.record, content],
    ],
  )
  if (!own)
    throw new Problem(
      'name-taken',
      `there is a draft ${name} already: nothing was taken in; remove the one or the other`,
    )
}
