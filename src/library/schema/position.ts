import { z } from 'zod'
import type { Edit } from '../types.ts'
import { positionEvidenceSchema } from './evidence.ts'
import { figures } from './figures.ts'
import { condition, id, quoted, section, words } from './words.ts'

const anchor = quoted.describe(
  'The words in the section that anchor it, at most 25, once there; slots are filled. “first words … last words” for a longer run, and … alone for the whole section.',
)
const text = words.describe('The new words.')

/** One of the five operations, as a lawyer writes it. */
const editSchema = z
  .union(
    [
      z.strictObject({ section, insert_after: anchor, text: z.string().min(1) }),
      z.strictObject({ section, insert_before: anchor, text: z.string().min(1) }),
      z.strictObject({ section, replace: anchor, text }),
      z.strictObject({ section, delete: anchor }),
      z.strictObject({
        section,
        add_clause: words.describe('The new clause, heading first; it stands after the section.'),
      }),
    ],
    {
      error:
        'an edit has a section and one of: insert_after, insert_before or replace (at most 25 words) with text; delete; add_clause',
    },
  )
  .transform((edit): Edit => {
    if ('insert_after' in edit) {
      return { section: edit.section, operation: 'insert_after', anchor: edit.insert_after, text: edit.text }
    }
    if ('insert_before' in edit) {
      return {
        section: edit.section,
        operation: 'insert_before',
        anchor: edit.insert_before,
        text: edit.text,
      }
    }
    if ('replace' in edit) {
      return { section: edit.section, operation: 'replace', anchor: edit.replace, text: edit.text }
    }
    if ('delete' in edit) return { section: edit.section, operation: 'delete', anchor: edit.delete, text: '' }
    return { section: edit.section, operation: 'add_clause', anchor: '', text: edit.add_clause }
  })

const levelSchema = z.strictObject({
  ask: words.describe(
    'What we ask for, one or two sentences that the other side may read; “Decision: …” where no words change.',
  ),
  when: condition
    .exactOptional()
    .describe('Condition on the facts of a matter without which this level is not chosen of itself.'),
  edits: z.array(editSchema).default([]).describe('Edits for every license of applies_to without its own.'),
  edits_for: z
    .record(id, z.array(editSchema))
    .default({})
    .describe('Edits of a single license, by its id, where its wording or sections differ.'),
  if_refused: words.exactOptional().describe('What we do where even this is refused; for our side alone.'),
})

const relation = z.strictObject({
  position: id,
  levels: z
    .array(z.enum(['preferred', 'fallback', 'walk_away']))
    .min(1)
    .exactOptional()
    .describe('Levels of this position at which it holds; by default all.'),
  at: z
    .array(z.enum(['preferred', 'fallback', 'walk_away']))
    .min(1)
    .exactOptional()
    .describe(
      'Levels of the other one: those that meet the need, or that are excluded; by default all that change words.',
    ),
  reason: words.describe('Why, one sentence that follows a colon.'),
})

export const counterArguments = z
  .array(z.strictObject({ they: words, we: words }))
  .describe('What they will say, and our answer.')

/** Front matter of `positions/ID.md`; the body is the rationale that the other side may read. */
export const positionSchema = z.strictObject({
  id,
  title: words,
  topic: id,
  counterparty: z.enum(['meta', 'vendor']),
  negotiability: z.enum(['fixed', 'flexible', 'open']),
  negotiability_reason: words,
  applies_to: z.array(id).describe('Licenses whose text it changes.'),
  moot: z
    .array(z.strictObject({ license: id, reason: words, section }))
    .default([])
    .describe('Licenses that need no change, with why and the section that shows it.'),
  when: condition.default({}),
  answers_past: z
    .literal(true)
    .exactOptional()
    .describe('Proposed where the assessment tells of a use without a right, or of a breach, so far.'),
  gives_right: z
    .literal(true)
    .exactOptional()
    .describe(
      'Asks for a right that the license withholds: raised wherever the assessment finds a use that lacks it.',
    ),
  needs: z
    .array(relation)
    .default([])
    .describe('Positions without which this one does not do what it says: taking it brings them.'),
  excludes: z
    .array(relation)
    .default([])
    .describe('Positions that cannot stand beside this one; it holds both ways, and one file says it.'),
  prefer: z
    .array(id)
    .default([])
    .describe('Of those that this one excludes, or that exclude it, the ones before which it is taken.'),
  undertaking: words
    .exactOptional()
    .describe('What the licensee undertakes in return, in the words of a letter: “The Company shall …”.'),
  figures: figures.describe(
    'Numbers of the position with their value at each level; its words have them as {{figures.KEY}}, or {{figures.KEY.words}} where a small one is spelled out.',
  ),
  hurts: words.describe("Whom the license's words hurt, and how."),
  positions: z.strictObject({
    preferred: levelSchema,
    fallback: levelSchema.exactOptional(),
    walk_away: levelSchema.exactOptional(),
  }),
  give_in_return: words,
  leverage: words,
  counter_arguments: counterArguments,
  approval: words.describe('Who must approve a departure from it.'),
  evidence: positionEvidenceSchema
    .exactOptional()
    .describe("How a review knows the position in a licensor's words, and what makes each level."),
})
