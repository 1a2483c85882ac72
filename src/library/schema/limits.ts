import { z } from 'zod'
import { condition, id, section, words } from './words.ts'

const path = z.enum(['not-usable', 'separate-license', 'clarify-with-meta'])
const takes = z
  .enum(['right', 'use'])
  .describe('right: nothing of the license is left; use: the use breaks a duty.')
const follows = z.strictObject({ path, takes })
const cites = z.array(z.strictObject({ topic: id, section: section.exactOptional() })).min(1)

/** `limits.yaml`: what takes a use out of a license. */
export const limitsSchema = z.strictObject({
  basis: z.array(id).describe('Topics on which every answer rests.'),
  paths: z
    .array(
      z.strictObject({
        id: z.enum([
          'not-usable',
          'separate-license',
          'not-decided',
          'clarify-with-meta',
          'go-with-duties',
          'go',
        ]),
        title: words,
        means: words.describe('One sentence without its full stop.'),
      }),
    )
    .default([])
    .describe('What a client may do with a use under a license, worst first.'),
  enough: z
    .array(
      z.strictObject({
        id,
        says: words.describe('One sentence without its full stop; {duties} are those that are due.'),
        when: condition.default({}),
        duties: z.boolean().describe('Whether it is said where a duty is due, or where none is.'),
        cites,
      }),
    )
    .default([])
    .describe('What is said where no limit holds: the first whose condition does.'),
  over: words
    .default('It is over, which ends it.')
    .describe('What ends a past use of a model that is retired.'),
  trade_checks: z
    .strictObject({
      source: words.describe('Where the list is from, as it is told.'),
      address: words,
      as_of: z.iso.date().describe('Day of the state of the source that was read.'),
      countries: z.array(z.string().regex(/^[A-Z]{2}$/)).describe('ISO 3166-1 alpha-2.'),
    })
    .exactOptional()
    .describe(
      'Places whose trade controls a person must have checked: no statement of what the law of any place bars.',
    ),
  limits: z.array(
    z.strictObject({
      id,
      says: words.describe(
        'What holds, one sentence without its full stop; {uses} are those that ended the license, {trade_source} is where the list of places to check is from.',
      ),
      when: condition.describe('Matched against { matter, terms, license, derived } of one use.'),
      path,
      takes,
      since: z
        .enum(['suit', 'breach', 'place'])
        .exactOptional()
        .describe(
          'From the filing of a suit, the breach that ended the license, or the move of the licensee on, and not from the use.',
        ),
      keeps_duties: z
        .literal(true)
        .exactOptional()
        .describe('What is owed toward others outlives the right: what is out stays subject to it.'),
      breaks: z
        .literal(true)
        .exactOptional()
        .describe('The license bars it besides granting no right to it, so that it is a breach as well.'),
      way_out: words,
      cites,
    }),
  ),
  breaches: z
    .array(
      z.strictObject({
        id,
        says: words.describe('What was done, one sentence without its full stop.'),
        when: condition,
        doubted: z.literal(true).exactOptional().describe('Whether it breaks the license is open.'),
        ends: words.describe('What ends it.'),
        cites,
      }),
    )
    .default([])
    .describe('What breaks the license and takes no use out of it.'),
  near: z
    .strictObject({
      does: follows.describe('Where a use does what a line names.'),
      related: follows.describe('Where it serves those who do, or is related to it.'),
    })
    .describe('What follows from a line.'),
  lines: z.array(
    z.strictObject({
      what: z.array(words).min(1).describe('What a use may touch: matter.sensitive_uses[].what.'),
      topic: id.describe('The topic that draws the line; where a license is silent on it, there is none.'),
      when: condition
        .exactOptional()
        .describe('Narrows the line further, matched as the condition of a limit is.'),
      doubted: z.literal(true).exactOptional().describe('Whether a past use broke it is open all the same.'),
      does: words.describe('What is said of a use that does what the line names, without its full stop.'),
      related: words.describe('What is said of one that serves those who do, or is related to it.'),
      way_out: words,
    }),
  ),
})

/** `open-points.yaml`: what the texts leave open. */
export const openPointsSchema = z.array(
  z.strictObject({
    id,
    says: words,
    when: condition,
    cites,
    decides: z
      .literal(true)
      .exactOptional()
      .describe(
        'Why what the use comes near does not stop it, or which license it is: told with the answer.',
      ),
    statement: id
      .exactOptional()
      .describe('Topic of statements.yaml: what the licensor says of it outside the texts.'),
    after: z
      .literal('read-me')
      .exactOptional()
      .describe('What stands before it: what the read-me of the model says, as models.yaml has it.'),
  }),
)

/** `policy-items.yaml`: items of the use policy that a use has to mind. */
export const policyItemsSchema = z.array(z.strictObject({ topic: id, says: words, when: condition }))

/** `statements.yaml`: what the licensor says outside the texts. */
export const statementsSchema = z.array(
  z.strictObject({ topic: id, dated: words, who: words, says: words, seen_at: words }),
)

/** `silences.yaml`: what a license is silent on where something hangs on it. */
export const silencesSchema = z.array(
  z.strictObject({
    id,
    topic: id,
    fact: words.describe('The fact of the topic that says so.'),
    is: z.union([words, z.boolean()]).describe('Its value where the license is silent.'),
    says: words.describe('One sentence, its full stop included.'),
  }),
)
