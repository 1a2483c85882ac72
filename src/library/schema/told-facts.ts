import { z } from 'zod'
import { words } from './words.ts'

const told = z.array(
  z.strictObject({
    reason: words.describe('Why nobody goes by them, one sentence.'),
    facts: z.array(words).min(1).describe('`TOPIC.FACT`, or the path of a fact of a matter.'),
  }),
)

/** `told-facts.yaml`: facts that are told and by which nothing is decided. */
export const toldFactsSchema = z.strictObject({
  terms: told.describe('Facts of terms: `liability.losses`.'),
  matters: told.describe('Facts of a matter: `client.sector`.'),
})
