import { basename } from 'node:path'
import { inBytes } from '../../in-bytes.ts'
import type { HousePlace } from '../../library/index.ts'
import { readMatter } from '../../matter/index.ts'
import type { TakenPart, ThingResult } from '../../store/index.ts'
import { NotHere } from '../job/not-here.ts'
import { onceAJob } from '../job/once-a-job.ts'
import type { BatchOptions } from '../types.ts'
import { houseOfMatter, reviewSettings } from './begin.ts'
import type { Reviewers } from './reviewers.ts'
import { keptPaperSchema, type PaperSaid, type ReviewTask, reviewTaskSchema } from './task.ts'

/** What a review needs of this machine. */
interface Here {
  task: ReviewTask
  house: HousePlace | undefined
}

/**
 * Reviews the paper of a part.
 *
 * @param houseOf the house of a matter, on this machine
 */
export function partReviewer(
  reviewers: Reviewers,
  houseOf: BatchOptions['houseOf'],
): (part: TakenPart) => Promise<ThingResult[]> {
  const hereFor = onceAJob(({ task }) => hereOf(reviewTaskSchema.parse(task), houseOf))
  return async (part) => {
    const here = await hereFor(part)
    const results: ThingResult[] = []
    for (const { given } of part.things)
      results.push(await resultOf(given, part.file, { ...here, reviewers }))
    return results
  }
}

/** @throws NotHere where another program, library or text is here than where the job was begun */
async function hereOf(task: ReviewTask, houseOf: BatchOptions['houseOf']): Promise<Here> {
  const house = await houseOfMatter(readMatter(task.matter, 'the matter of the job'), houseOf)
  if ((await reviewSettings(house)) === task.settings) return { task, house }
  throw new NotHere(
    'has another program, library or official text than the machine that began the job: install the same there',
  )
}

async function resultOf(
  given: unknown,
  bytes: Uint8Array | undefined,
  { task, house, reviewers }: Here & { reviewers: Reviewers },
): Promise<ThingResult> {
  const { place, problem } = keptPaperSchema.parse(given)
  if (problem !== undefined || !bytes) return failed(problem ?? 'its bytes are not kept any more')
  const { settings: _, decisions, ...asked } = task
  const came = await reviewers.run({
    ...asked,
    paper: { file: basename(place), bytes },
    byName: true,
    ...(decisions !== undefined && { decisions: { file: 'decisions', yaml: decisions } }),
    ...(house && { house }),
  })
  if ('problem' in came) return failed(came.problem)
  const said: PaperSaid = { outcome: came.outcome }
  const { content } = came
  return {
    failed: false,
    said,
    content: inBytes(content),
  }
}

function failed(problem: string): ThingResult {
  const said: PaperSaid = { problem }
  return { failed: true, said }
}
