import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../../problem.ts'
import type { CarriedJob, CarriedPart } from '../../carried.ts'
import {
  isJobId,
  readAbout,
  readGiven,
  readGivenFile,
  readResults,
  readStatuses,
  writeAbout,
  writeGiven,
  writeResults,
  writeStatus,
} from './parts.ts'

/**
 * The jobs of a folder, in the order of their ids.
 *
 * @param all the folder `.jobs`
 * @throws Problem where a part is not as it was kept
 */
export async function* carriedJobs(all: string): AsyncGenerator<CarriedJob> {
  for (const id of (await readdir(all)).filter(isJobId).sort()) {
    const folder = join(all, id)
    yield { id, ...(await readAbout(folder)), parts: partsIn(folder) }
  }
}

async function* partsIn(folder: string): AsyncGenerator<CarriedPart> {
  let [part, next] = [0, 1]
  for (const status of await readStatuses(folder)) {
    part += 1
    const { first, things } = await readGiven(folder, status.part)
    const results = await readResults(folder, status.part)
    const isWhole =
      status.part === part &&
      first === next &&
      status.from === first &&
      status.to === first + things.length - 1 &&
      (results.length === things.length || (results.length === 0 && status.state !== 'done'))
    if (!isWhole)
      throw new Problem('store', `part ${status.part} is not as it was kept: put back what it was`, {
        file: folder,
      })
    next += things.length
    const file = await readGivenFile(folder, status.part)
    yield { status, things, results, ...(file && { file }) }
  }
}

/** Puts a job into a folder `.jobs` that nobody uses yet. */
export async function carryJobInto(all: string, { id, parts, ...about }: CarriedJob): Promise<void> {
  const folder = join(all, id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for await (const { status, results, ...given } of parts) {
    await writeGiven(folder, status.part, status.from, given)
    await writeStatus(folder, status)
    if (results.length > 0) await writeResults(folder, status.part, results)
  }
  await writeAbout(folder, about)
}
