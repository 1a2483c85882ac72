import { z } from 'zod'
import { id, words } from './words.ts'

const value = z.string().min(1)
const direction = z.enum(['freer', 'stricter'])

const fact = z.strictObject({
  says: words
    .refine(
      (sentence) => sentence.split('{value}').length === 2,
      'has {value} once, where the fact’s value goes',
    )
    .describe('What a license says, with the fact’s value as {value}.'),
  words: z.record(value, words).exactOptional().describe('Values as they stand in the sentence.'),
  freer_first: z.array(value).min(2).exactOptional().describe('Values from the freest to the strictest.'),
  more: direction.exactOptional().describe('What a longer list, or a larger number, is.'),
  yes: direction.exactOptional().describe('What a yes is.'),
  todo: words.exactOptional().describe('What to do on changing over.'),
})

/** `changes.yaml`: what it means that two licenses differ, by topic. */
export const changesSchema = z.record(
  id,
  z.strictObject({
    having: z
      .enum(['freer', 'stricter', 'neutral'])
      .exactOptional()
      .describe('What it is to have the clause, where its modality does not say.'),
    instead: id
      .exactOptional()
      .describe('The topic under which a license without the clause says as much: then it is neutral.'),
    instead_where: z
      .record(z.string(), z.string())
      .exactOptional()
      .describe('Facts of that topic without which it does not say as much.'),
    short: z
      .strictObject({ with: words, without: words })
      .exactOptional()
      .describe('What holds with the clause and without it, one short sentence each, for a client.'),
    facts: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), fact).exactOptional(),
  }),
)
