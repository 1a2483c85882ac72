import { z } from 'zod'
import { condition, id, words } from './words.ts'

/** `paper-duties.yaml`: duties of a license that another's paper may move, take on or deny. */
export const paperDutiesSchema = z.array(
  z.strictObject({
    id,
    title: words,
    says: words.describe('The duty, one sentence without its full stop.'),
    when: condition.describe('Matched against { matter, terms, license, derived } under one license.'),
    words: z.array(words).min(1).describe('A sentence with one of these cues speaks of it.'),
    not: z.array(words).default([]).describe('A sentence with one of these does not.'),
    denied: z.array(words).default([]).describe('A sentence with one of these says that nobody has it.'),
    cites: z.array(z.strictObject({ topic: id })).min(1),
  }),
)
