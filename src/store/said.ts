import { z } from 'zod'
import { type AnyDecision, decisionName, decisionSchema, positionDecisionSchema } from '../review/index.ts'

/** What a person said of a row of a paper, or took back, as it is kept. */
export const saidSchema = z.object({
  at: z.string(),
  /** Who was signed in. */
  signed: z.string(),
  vendor: z.string(),
  said: z.union([decisionSchema, positionDecisionSchema]).optional(),
  withdrawn: z.string().optional(),
})

/** What stands after all of it was said: the last word on the same words of a clause, and none that was taken back. */
export function standing(lines: readonly z.infer<typeof saidSchema>[], vendor: string): AnyDecision[] {
  let kept: AnyDecision[] = []
  for (const { vendor: of, said, withdrawn } of lines) {
    if (of !== vendor) continue
    if (withdrawn !== undefined) kept = kept.filter((one) => decisionName(one) !== withdrawn)
    if (said) {
      kept = kept.filter((one) => decisionName(one) !== decisionName(said) || one.words !== said.words)
      kept.push(said)
    }
  }
  return kept
}
