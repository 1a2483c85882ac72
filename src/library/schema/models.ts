import { z } from 'zod'
import { id, words } from './words.ts'

/** `models.yaml`: which models are under which license. */
export const modelsSchema = z.strictObject({
  models: z.array(
    z.strictObject({
      name: words,
      sizes: z.array(words),
      inputs: z.array(words).describe('Modalities that it takes in: text, image.'),
      launched: z.iso.date(),
      license: id,
      source: words,
      note: words.exactOptional(),
    }),
  ),
})
