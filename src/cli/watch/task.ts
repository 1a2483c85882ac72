import { z } from 'zod'

/** What a watch of a database looks at. */
export const watchTaskSchema = z.object({
  /** Texts; all where none is named. */
  ids: z.array(z.string()),
  /** How far ahead duties are listed: `30d`. */
  due: z.string(),
  /** Whether no address is asked. */
  offline: z.boolean(),
  /** Who asked for it: matters that he does not see are not told. */
  by: z.string(),
})

export type WatchTask = z.infer<typeof watchTaskSchema>
