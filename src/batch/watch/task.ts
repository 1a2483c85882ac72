import { z } from 'zod'

/** What a watch came to, as a store keeps it; the report to be read stands beside it. */
export const watchSaidSchema = z.object({
  /** All of it in a sentence or two. */
  verdict: z.string(),
  /** What is told, the gravest first. */
  told: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
  /** The whole report for a program, and for a reader of feeds. */
  json: z.string(),
  rss: z.string(),
})

export type WatchSaid = z.infer<typeof watchSaidSchema>
