import { fetchJob as fetchedJob } from '../../batch/index.ts'
import { openRegister, sentDigests } from '../../register/index.ts'
import { progressOf } from '../draft/progress.ts'
import { tell } from '../output.ts'
import { say } from '../say.ts'
import { registerIn } from '../vendors/folder.ts'
import { type JobsPlace, withJobs } from './place.ts'

/** `clausebook jobs fetch JOB --output FOLDER`. */
export async function fetchJob(
  id: string,
  { output, register, ...place }: JobsPlace & { output: string; register?: string },
): Promise<void> {
  const counts = await withJobs(place, async ({ store, team }) => {
    const kept =
      register !== undefined ? await registerIn({ register }) : team ? openRegister(team.vendors) : undefined
    const sent = sentDigests(kept === undefined ? [] : (await kept.all()).vendors)
    return fetchedJob(
      store,
      id,
      { output, isSent: (sha256) => sent.has(sha256) },
      { tell: (line) => say(`clausebook: ${line}`), progressOf },
    )
  })
  const words = Object.entries(counts).map(([what, count]) => `${count} ${what}`)
  await tell(`${words.join(', ')}: ${output}\n`)
  if (counts.failed > 0) process.exitCode = 1
}
