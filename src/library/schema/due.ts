import { z } from 'zod'
import { levelNamed } from '../levels.ts'
import { id, words } from './words.ts'

const level = z.enum(['preferred', 'fallback', 'walk-away']).transform((name) => levelNamed(name)!)

/** What a clause has somebody do at a time. */
export const due = z
  .array(
    z
      .strictObject({
        what: words.describe(
          'A sentence without its full stop and without its time: The vendor tells us of an incident.',
        ),
        by: z.enum(['vendor', 'us', 'either']).describe('Who owes it.'),
        when: z
          .enum(['signature', 'event', 'before', 'every', 'end'])
          .describe(
            'signature: within the figure after it, or at once. event: within the figure after what `after` names. before: the figure ahead of what `of` names. every: once in the figure, counted from signature. end: within the figure after the end of the contract.',
          ),
        after: words.exactOptional().describe('Of an event: what its time runs from.'),
        of: words.exactOptional().describe('Of what is told before: before what.'),
        figure: id.exactOptional().describe('The figure of the clause that says how long.'),
        lasts: z
          .literal(true)
          .exactOptional()
          .describe('The figure says for how long it is done, not by when.'),
        on_request: z.literal(true).exactOptional().describe('It is due only where it is asked for.'),
        levels: z.array(level).min(1).exactOptional().describe('Levels that have it; by default all.'),
        resale: z
          .boolean()
          .exactOptional()
          .describe(
            'true: with a reseller of our own product alone; false: not with one. By default with both.',
          ),
      })
      .superRefine(({ when, after, of, figure }, context) => {
        if ((when === 'event') !== (after !== undefined))
          context.addIssue('after goes with when: event, which needs it')
        if ((when === 'before') !== (of !== undefined))
          context.addIssue('of goes with when: before, which needs it')
        if (figure === undefined && when !== 'signature')
          context.addIssue('name the figure that says how long')
      }),
  )
  .default([])
  .describe('What the clause has somebody do at a time; the register makes its dates from it.')
