import { z } from 'zod'
import { id, section, words } from './words.ts'

/** `models.yaml`: which models are under which license. */
export const modelsSchema = z.strictObject({
  models: z.array(
    z.strictObject({
      name: words,
      family: z
        .enum(['llama', 'code-llama', 'llama-guard', 'prompt-guard'])
        .describe('What its name begins with.'),
      edition: words.exactOptional().describe('The number after it; none where the name has none.'),
      kind: words
        .exactOptional()
        .describe('A word that tells it from its sisters of the same edition: vision.'),
      sizes: z.array(words),
      inputs: z.array(words).describe('Modalities that it takes in: text, image.'),
      launched: z.iso.date().exactOptional().describe('Left out where its files do not give it.'),
      license: id.describe('That of the license file that comes with it.'),
      policy: id.exactOptional().describe('License of the use policy beside it, where that is another.'),
      license_file: words.exactOptional().describe('What the license file is, where the model has its own.'),
      read_me: z
        .strictObject({ license: id, says: words })
        .exactOptional()
        .describe('What its read-me says instead; the license file decides.'),
      source: words,
      note: words.exactOptional(),
    }),
  ),
  variants: z
    .array(words)
    .default([])
    .describe('Words of a name that change neither the license nor what the model takes in.'),
  date_differences: z
    .array(
      z.strictObject({
        model: words,
        license: id,
        launched: z.iso.date().exactOptional(),
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
