import { z } from 'zod'

const deed = { by: z.string(), at: z.string() }

/** A link as its file has it. */
export const linkSchema = z.strictObject({
  link: z.string(),
  vendor: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  client: z.string().exactOptional(),
  made: z.strictObject(deed),
  until: z.iso.date(),
  ended: z.strictObject(deed).exactOptional(),
  answers: z.array(
    z.strictObject({
      ...deed,
      said: z.array(z.strictObject({ fact: z.string(), words: z.string() })),
      decided: z.strictObject({ ...deed, taken: z.array(z.string()) }).exactOptional(),
    }),
  ),
})
