import { z } from 'zod'
import { documents } from '../../../draft/index.ts'
import { field } from './fields.ts'
import { tool } from './types.ts'

/** A document of ours for a matter. */
export const draftTool = tool({
  name: 'draft',
  title: 'Draft a document',
  description:
    'Drafts a document for a matter: a side letter, an issues list, a vendor addendum, a risk memo and others. Writes the file, and tells which facts are missing. A lawyer reviews it before anybody signs or relies on it.',
  reads: false,
  input: {
    document: z.enum(documents.map(({ id }) => id) as [string, ...string[]]),
    matter: field.matter,
    vendor: field.vendor,
    allow_blanks: z
      .boolean()
      .optional()
      .describe('a marked blank for each missing fact, in place of an error'),
    for_counterparty: z.boolean().optional().describe('for the other side: nothing of ours in it'),
    output: field.output,
  },
  output: {
    file: z.string(),
    fits: z.boolean().describe('false where something in it does not fit together'),
    notes: field.notes,
  },
  async answer(given, { run, folders }) {
    const file = await folders.fresh(given.output)
    const { status, told } = await run([
      'draft',
      ...(given.vendor === undefined ? [] : [`--vendor=${given.vendor}`]),
      ...(given.allow_blanks ? ['--allow-blanks'] : []),
      ...(given.for_counterparty ? ['--for-counterparty'] : []),
      ...['--output', file, given.document, await folders.existing(given.matter)],
    ])
    return { file, fits: status === 0, notes: told }
  },
})
