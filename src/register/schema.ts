import { z } from 'zod'
import { agreedLevels, datedStatuses, statuses } from './types.ts'

const day = z.iso.date({
  error: ({ input }) => `expected a day such as 2025-03-31, or nothing where it is not known, got “${input}”`,
})
const aNumber = ({ input }: { input?: unknown }) => `expected a number above 0, got “${input}”`
const words = z.string({ error: 'expected words' }).trim().min(1).max(500)
const fact = z.string().regex(/^[a-z][a-z0-9-]*$/)

/** A record of the register as its file has it; the facts of the vendor are read as those of a matter are. */
export const recordSchema = z.strictObject(
  {
    vendor: z
      .record(z.string(), z.unknown(), { error: 'expected the facts of the vendor' })
      .describe('The facts of the vendor, as a matter has them under vendor.'),
    status: z
      .enum(statuses, { error: ({ input }) => `expected one of ${statuses.join(', ')}, got “${input}”` })
      .default('new'),
    owner: words.exactOptional().describe('Who sees to it on our side.'),
    category: words.exactOptional(),
    ids: z
      .record(z.string().trim().min(1), z.string())
      .default({})
      .describe('What other systems call it, by the name of the column in a table.'),
    dates: z
      .strictObject(Object.fromEntries(datedStatuses.map((status) => [status, day.exactOptional()])))
      .default({})
      .describe('The day on which it came to each status.'),
    term: z
      .strictObject({
        ends: day.exactOptional().describe('Last day of the contract.'),
        renews: day.exactOptional().describe('Day on which the contract renews by itself.'),
        notice_days: z
          .int({ error: ({ input }) => `expected a whole number of days, got “${input}”` })
          .min(0, { error: ({ input }) => `expected a whole number of days, got “${input}”` })
          .exactOptional()
          .describe('Days before it renews by which a notice must be given.'),
      })
      .exactOptional(),
    levels: z
      .record(
        fact,
        z.enum(agreedLevels, {
          error: ({ input }) => `expected one of ${agreedLevels.join(', ')}, got “${input}”`,
        }),
      )
      .default({})
      .describe('What was signed of each flow-down.'),
    figures: z
      .record(
        z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/),
        z.number({ error: aNumber }).positive({ error: aNumber }),
      )
      .default({})
      .describe('Numbers that were signed in place of those of the level: incidents.notice: 48.'),
    files: z
      .array(
        z.strictObject({
          name: words,
          sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits'),
          is: words.exactOptional(),
          on: day.exactOptional(),
        }),
      )
      .default([])
      .describe('What was sent or signed, by its digest.'),
  },
  { error: 'expected a vendor of the register: keys and values, beginning with vendor:' },
)
