import type { Store } from '../../store/index.ts'
import { rowSchema, saidSchema } from './task.ts'

/** A row of a batch of which there is no draft, and why. */
export interface FailedRow {
  /** `vendors.csv:14` */
  place: string
  problem: string
}

/**
 * Rows of a job of which there is no draft, the first of them.
 *
 * @throws NoSuchJob
 */
export async function failedRows(
  { jobs }: Pick<Store, 'jobs'>,
  id: string,
  most: number,
): Promise<FailedRow[]> {
  return (await jobs.failures(id, most)).map(({ given, result }) => {
    const said = saidSchema.parse(result?.said)
    return { place: rowSchema.parse(given).place, problem: 'problem' in said ? said.problem : '' }
  })
}
