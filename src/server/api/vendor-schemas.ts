import { z } from 'zod'
import { dutyTimes } from '../../library/index.ts'
import { recordSchema } from '../../register/schema.ts'

const vendor = z.object({
  id: z.string().describe('Names it in the register.'),
  ...recordSchema.shape,
})

export const vendorsAnswer = z.object({
  vendors: z.array(vendor),
  wrong: z.array(z.string()).describe('Files of the register that cannot be read, and why.'),
})

export const vendorAnswer = vendor.extend({
  history: z.array(
    z.object({
      at: z.string().describe('ISO date and time.'),
      by: z.string(),
      changes: z.array(
        z.object({
          path: z.string().describe('The fact: `vendor.models`.'),
          before: z.unknown().optional(),
          after: z.unknown().optional(),
        }),
      ),
    }),
  ),
})

const owed = z.object({
  id: z.string(),
  vendor: z.string().describe('Id of the vendor.'),
  title: z.string(),
  flowDown: z.string().optional(),
  clause: z.string(),
  level: z.string().optional(),
  by: z.enum(['vendor', 'us', 'either']),
  what: z.string(),
  time: z.string().describe('When, in words.'),
  on: z.string().optional().describe('ISO date; none where an event makes it due.'),
  lasts: z.boolean().optional().describe('Whether it lasts until that day.'),
  owner: z.string().optional(),
})

const notTold = z.object({
  vendor: z.string().optional(),
  title: z.string(),
  why: z.string(),
})

export const obligationsAnswer = z.object({
  from: z.string(),
  until: z.string(),
  dated: z.array(owed),
  standing: z.array(owed).describe('What an event makes due.'),
  undated: z.array(notTold),
  licenses: z
    .object({
      duties: z.array(
        z.object({
          id: z.string(),
          vendor: z.string().optional().describe('Id of the vendor; none for our own uses.'),
          title: z.string(),
          duty: z.string(),
          dutyTitle: z.string(),
          license: z.string(),
          licenseName: z.string(),
          section: z.string(),
          by: z.enum(['vendor', 'us', 'to-be-settled']),
          what: z.string(),
          at: z.array(z.enum(dutyTimes)).describe('What makes it due; a license names no day.'),
          time: z.string().describe('The same in words.'),
          because: z.string().describe('Why it is owed, or what is to be settled.'),
          owner: z.string().optional(),
        }),
      ),
      notKnown: z.array(notTold),
    })
    .describe('What the licenses ask for, apart from what was signed.'),
})
