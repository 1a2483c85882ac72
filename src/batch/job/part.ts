import { inBytes } from '../../in-bytes.ts'
import { Problem } from '../../problem.ts'
import type { TakenPart, ThingResult } from '../../store/index.ts'
import type { Drafters } from '../drafters.ts'
import { type Maker, openMaker, settingsOf } from '../making.ts'
import type { BatchOptions, Drafted } from '../types.ts'
import { NotHere } from './not-here.ts'
import { onceAJob } from './once-a-job.ts'
import { type KeptRow, makingOf, rowSchema, type Said, type Task, taskSchema } from './task.ts'

/** Drafts the rows of a part. */
export type DraftPart = (part: TakenPart) => Promise<ThingResult[]>

/** @param houseOf the house of a row, on this machine */
export function partDrafter(drafters: Drafters, houseOf: BatchOptions['houseOf']): DraftPart {
  const makerFor = onceAJob(({ task }) => makerOf(taskSchema.parse(task), drafters, houseOf))
  return async (part) => {
    const maker = await makerFor(part)
    const results: ThingResult[] = []
    for (const { given } of part.things) results.push(await resultOf(rowSchema.parse(given), maker))
    return results
  }
}

/** @throws NotHere where another library, template or text is here than where the job was begun: a batch is of one piece */
async function makerOf(task: Task, drafters: Drafters, houseOf: BatchOptions['houseOf']): Promise<Maker> {
  const making = await makingOf(task, houseOf)
  if ((await settingsOf(making)(undefined)) !== task.settings)
    throw new NotHere(
      'has another program, library, template or official text than the machine that began the job: install the same there',
    )
  return openMaker(making, drafters)
}

async function resultOf({ place, facts, problem }: KeptRow, maker: Maker): Promise<ThingResult> {
  if (problem !== undefined) return failed({ problem })
  try {
    const { input, draft } = await maker.prepare({ place, facts })
    const made = await draft()
    return 'problem' in made ? failed({ input, problem: made.problem }) : drafted(input, made)
  } catch (error) {
    if (error instanceof Problem) return failed({ problem: error.toString() })
    throw error
  }
}

function failed(said: Said): ThingResult {
  return { failed: true, said }
}

function drafted(input: string, { content, outcome }: Drafted): ThingResult {
  const said: Said = { input, outcome }
  return {
    failed: false,
    said,
    ...(outcome.approvals.length > 0 && { waits: true as const }),
    content: inBytes(content),
  }
}
