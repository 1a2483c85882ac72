import { z } from 'zod'
import { clauses } from './clauses.ts'
import { conduct } from './conduct.ts'
import { contacts } from './contacts.ts'
import { controls } from './controls.ts'
import { document } from './document.ts'
import { house } from './house.ts'
import { shown } from './leaf.ts'
import { models } from './models.ts'
import { negotiation } from './negotiation.ts'
import { parties } from './parties.ts'
import { reach } from './reach.ts'
import { sensitive } from './sensitive.ts'
import { training } from './training.ts'
import { use } from './use.ts'
import { useFacts, uses } from './uses.ts'
import { vendors } from './vendors.ts'

const { vendor: _, ...topUseFacts } = useFacts

/** Keys that are of a use, and in a matter of one use may stand at the top. */
export const useKeys: ReadonlySet<string> = new Set([
  'models',
  ...Object.keys(topUseFacts),
  ...Object.keys(use),
  ...Object.keys(training),
  'near_policy_uses',
  'domains',
  'personal_data',
  'eu_users',
])

/** The facts of one client's situation, as a matter file gives them; the single source of all that asks for them. */
export const matterSchema = z.strictObject(
  {
    matter: z
      .string({ error: ({ input }) => `expected the title of the matter, got ${shown(input)}` })
      .trim()
      .min(1, 'expected the title of the matter, got nothing')
      .max(500, 'expected at most 500 characters')
      .describe('The title of the matter, such as: ACME: Llama in the search product.'),
    ...parties,
    ...uses,
    ...models,
    ...topUseFacts,
    ...use,
    ...training,
    ...reach,
    ...sensitive,
    ...controls,
    ...contacts,
    ...conduct,
    ...vendors,
    ...negotiation,
    ...clauses,
    ...document,
    ...house,
  },
  { error: 'expected the facts of a matter as keys and values, starting with matter: and its title' },
)

/** The facts of a matter, as conditions and templates see them: `yes` and `no` are true and false. */
export type Matter = z.output<typeof matterSchema>
export { unknown } from './leaf.ts'
export { type FactMeta, type Kind, type Question, questions } from './question.ts'
