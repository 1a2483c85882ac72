import { z } from 'zod'
import { id, words } from './words.ts'

/** `vendor-kinds.yaml`: what a vendor may do with the models, as traits. Conditions ask traits and never kinds. */
export const vendorKindsSchema = z.strictObject({
  traits: z.record(id, words.describe('What it means that a kind has the trait, one sentence.')),
  kinds: z
    .array(
      z.strictObject({
        id,
        means: words.describe('What such a vendor does, to follow “ID: ” in the help of a form.'),
        formerly: id
          .optional()
          .describe(
            'What a matter whose client is the vendor called such a one before; it is read as this kind.',
          ),
        traits: z.record(id, z.boolean()).describe('Every trait, true or false.'),
      }),
    )
    .min(1),
})
