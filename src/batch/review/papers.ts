import type { Store } from '../../store/index.ts'
import { keptPaperSchema, type PaperOutcome, paperSaidSchema } from './task.ts'

/** A paper of a review of many, with what came of it. */
export type PaperCame = { place: string } & (
  | { outcome: PaperOutcome; content?: Uint8Array }
  | { problem: string }
)

/**
 * The papers of a job in their order, each with what came of it.
 *
 * @param bare without the bytes of the reports
 * @param missing why nothing came of a paper that nobody has read
 * @throws NoSuchJob
 */
export async function* papersOf(
  { jobs }: Pick<Store, 'jobs'>,
  id: string,
  { bare, missing }: { bare: boolean; missing: string },
): AsyncGenerator<PaperCame> {
  for await (const { given, result } of jobs.things(id, bare)) {
    const { place } = keptPaperSchema.parse(given)
    if (!result) {
      yield { place, problem: missing }
      continue
    }
    const said = paperSaidSchema.parse(result.said)
    const { content } = result
    yield 'problem' in said
      ? { place, problem: said.problem }
      : { place, outcome: said.outcome, ...(content && { content }) }
  }
}
