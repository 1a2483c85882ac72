import { z } from 'zod'
import type { Store } from '../../store/index.ts'

/** A row of a batch, or a paper of a review, of which nothing came, and why. */
export interface FailedRow {
  /** `vendors.csv:14` */
  place: string
  problem: string
}

/** What the things of every kind of job have. */
const givenSchema = z.object({ place: z.string() })
const saidSchema = z.object({ problem: z.string().default('') })

/**
 * What of a job nothing came of, the first of it.
 *
 * @throws NoSuchJob
 */
export async function failedRows(
  { jobs }: Pick<Store, 'jobs'>,
  id: string,
  most: number,
): Promise<FailedRow[]> {
  return (await jobs.failures(id, most)).map(({ given, result }) => ({
    place: givenSchema.parse(given).place,
    problem: saidSchema.parse(result?.said).problem,
  }))
}
