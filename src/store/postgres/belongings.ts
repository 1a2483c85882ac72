import type { Ask } from './connect.ts'
import { tellOfJob } from './jobs/begin.ts'
import { type ToldAs, tellDeed } from './rows.ts'

/** How the audit tells of what goes with a matter. */
export const withItsMatter = 'removed with its matter'

/**
 * Takes away what was begun with a matter and has its words: its jobs with all that was given to them and came of them, also while
 * somebody works on them, and its drafts but for those that were sent.
 *
 * @param matter its number
 */
export async function removeBelongings(step: Ask, as: ToldAs, matter: string, by: string): Promise<void> {
  const jobs = await step<{ id: string }>(
    'select id from clausebook.job where matter = $1 order by id for no key update',
    [matter],
  )
  for (const { id } of jobs) {
    // Whoever is in the middle of keeping what came of a part comes to its end first, and nobody begins one after it.
    await step('select part from clausebook.job_part where job = $1 order by part for update', [id])
    await tellOfJob(step, as, { id, by, did: withItsMatter })
    await step('delete from clausebook.job where id = $1', [id])
  }
  const drafts = await step<{ name: string; sha256: string }>(
    'delete from clausebook.draft where matter = $1 and sent_at is null returning name, sha256',
    [matter],
  )
  for (const { name, sha256 } of drafts)
    await tellDeed(step, 'draft', as, { by, did: withItsMatter, name, version: 1, sha256 })
}
