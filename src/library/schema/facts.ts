import { z } from 'zod'
import type { Fact, FactDefinition } from '../types.ts'
import { id, words } from './words.ts'

const value = z.string().min(1)
const means = words.describe('What the fact says.')

const factSchema = z.union([
  z.strictObject({ one_of: z.array(value).min(1), means }),
  z.strictObject({ some_of: z.array(value).min(1), means }),
  z.strictObject({
    is: z.enum(['number', 'yes_no', 'text', 'date', 'sections']),
    or: z.array(value).min(1).exactOptional(),
    means,
    channel: words
      .exactOptional()
      .describe('Where it is an address: what is reported there, for the incident plan.'),
  }),
])

/** `facts.yaml`: the facts of each topic. */
export const factsSchema = z.record(id, z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), factSchema))

/** The schema of a topic's facts: every fact that the topic has, and no others. */
export function factsOf(definitions: Record<string, FactDefinition>): z.ZodType<Record<string, Fact>> {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(definitions).map(([name, definition]) => [
        name,
        schemaOf(definition).describe(definition.means),
      ]),
    ),
  )
}

function schemaOf(definition: FactDefinition): z.ZodType<Fact> {
  if ('one_of' in definition) return z.enum(definition.one_of)
  if ('some_of' in definition) return z.array(z.enum(definition.some_of))
  const plain = {
    number: z.number(),
    yes_no: z.boolean(),
    text: words,
    date: z.iso.date(),
    sections: z.array(words),
  }[definition.is]
  return definition.or ? z.union([z.enum(definition.or), plain]) : plain
}
