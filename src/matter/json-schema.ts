import { z } from 'zod'
import type { Library } from '../library/index.ts'
import { lawLine } from './law/law-behind.ts'
import { matterSchema, questions, unknown } from './schema/index.ts'

/**
 * The JSON Schema of a matter file, for completion in an editor.
 *
 * @param library says in the descriptions the law because of which a fact is asked for; without one they name none
 */
export function matterJsonSchema(library?: Library): string {
  const schema = z.toJSONSchema(matterSchema, {
    io: 'input',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      // The reader takes the word for any fact, before it holds the rest against the schema.
      const asked = questions.get(zodSchema)
      const law = asked && library && lawLine(asked, library)
      if (law && jsonSchema.description !== undefined) jsonSchema.description += ` ${law}`
      const kind = asked?.kind
      if (kind === undefined || ['text', 'long-text', 'choice', 'yes-no'].includes(kind)) return
      const { description, ...rest } = jsonSchema
      for (const key of Object.keys(rest)) delete jsonSchema[key]
      Object.assign(jsonSchema, { description, anyOf: [rest, { const: unknown }] })
    },
  })
  return `${JSON.stringify({ title: 'A matter of Clausebook', ...schema }, null, 2)}\n`
}
