import { z } from 'zod'
import { field } from './fields.ts'
import { tool } from './types.ts'

/** Whether what is to be signed is what was agreed. */
export const gateTool = tool({
  name: 'gate',
  title: 'Is this the text that was agreed?',
  description:
    'Before signing: whether a file has the words that were agreed. Tells the same words, typography alone, blanks filled in, the same clauses in another order, or different, with every place.',
  reads: true,
  input: { agreed: field.file, to_sign: field.file },
  output: {
    verdict: z.string(),
    findings: z.array(z.record(z.string(), z.unknown())),
    notes: field.notes,
  },
  async answer({ agreed, to_sign: toSign }, { run, folders }) {
    const files = [await folders.existing(agreed), await folders.existing(toSign)]
    const { stdout, told } = await run(['compare', '--gate', '--format', 'json', '--', ...files])
    const { verdict, findings } = gated.parse(JSON.parse(stdout))
    return { verdict, findings, notes: told }
  },
})

const gated = z.object({ verdict: z.string(), findings: z.array(z.record(z.string(), z.unknown())) })
