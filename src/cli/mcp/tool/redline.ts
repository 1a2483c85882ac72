import { z } from 'zod'
import { field } from './fields.ts'
import { tool } from './types.ts'

const position = z.object({ id: z.string(), title: z.string() })
const amendment = z.object({
  section: z.string(),
  position: z.string(),
  instruction: z.string(),
  current: z.string(),
  proposed: z.string(),
})

/** A license with the changes that a matter asks for. */
export const redlineTool = tool({
  name: 'redline',
  title: 'Redline a license',
  description:
    'Writes a Llama license with the changes that a matter asks for, each tracked and explained, and gives every amendment with its section.',
  reads: false,
  input: {
    license: field.license,
    matter: field.matter.optional(),
    positions: z
      .array(z.string().regex(/^[a-z0-9-]+(?:=(?:preferred|fallback|walk-away))?$/))
      .optional()
      .describe('these positions alone: ip-indemnity, survival=fallback'),
    output: field.output,
  },
  output: {
    file: z.string(),
    positions: z.array(position),
    amendments: z.array(amendment),
    notes: field.notes,
  },
  async answer({ license, matter, positions = [], output }, { run, folders }) {
    const file = await folders.fresh(output)
    const args = [
      'redline',
      ...(matter === undefined ? [] : ['--matter', await folders.existing(matter)]),
      ...positions.flatMap((id) => ['--position', id]),
    ]
    const { stdout } = await run([...args, '--format', 'json', '--', license])
    const { told } = await run([...args, '--output', file, '--', license])
    return { ...redlined.parse(JSON.parse(stdout)), file, notes: told }
  },
})

const redlined = z.object({ positions: z.array(position), amendments: z.array(amendment) })
