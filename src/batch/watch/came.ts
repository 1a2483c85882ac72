import type { Store } from '../../store/index.ts'
import { type WatchSaid, watchSaidSchema } from './task.ts'

/** What a watch came to, with the report as a page. */
export interface WatchCame extends WatchSaid {
  html: Uint8Array
}

/**
 * What a job that is a watch came to.
 *
 * @returns undefined where nothing came of it, or not yet
 * @throws NoSuchJob
 */
export async function watchCame({ jobs }: Pick<Store, 'jobs'>, id: string): Promise<WatchCame | undefined> {
  for await (const { result } of jobs.things(id))
    if (result && !result.failed && result.content)
      return { ...watchSaidSchema.parse(result.said), html: result.content }
  return undefined
}
