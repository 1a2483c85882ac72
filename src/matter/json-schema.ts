import { z } from 'zod'
import { matterSchema, questions, unknown } from './schema/index.ts'

/** The JSON Schema of a matter file, for completion in an editor. */
export function matterJsonSchema(): string {
  const schema = z.toJSONSchema(matterSchema, {
    io: 'input',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      // The reader takes the word for any fact, before it holds the rest against the schema.
      const kind = questions.get(zodSchema)?.kind
      if (kind === undefined || ['text', 'long-text', 'choice', 'yes-no'].includes(kind)) return
      const { description, ...rest } = jsonSchema
      for (const key of Object.keys(rest)) delete jsonSchema[key]
      Object.assign(jsonSchema, { description, anyOf: [rest, { const: unknown }] })
    },
  })
  return `${JSON.stringify({ title: 'A matter of Clausebook', ...schema }, null, 2)}\n`
}
