import { z } from 'zod'
import { id, section, words } from './words.ts'

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
  date_differences: z
    .array(
      z.strictObject({
        model: words,
        license: id,
        launched: z.iso.date(),
        license_date: z.iso.date(),
        license_date_text: words,
        threshold_counts_from: z.enum(['license-date', 'launch']),
        threshold_date: z.iso.date(),
        threshold_month: z.string().regex(/^\d{4}-\d{2}$/),
        reason: words,
        cites: z.array(z.strictObject({ license: id, section })),
      }),
    )
    .default([])
    .describe(
      'Where the launch of a model and the date in its license differ, and which of them the threshold counts from.',
    ),
})
