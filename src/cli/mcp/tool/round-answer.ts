import { z } from 'zod'
import { round, statusIn } from './deal.ts'
import { dealFolder } from './deal-folder.ts'
import { field } from './fields.ts'
import { tool } from './types.ts'

/** The next mark-up on their file. */
export const roundAnswerTool = tool({
  name: 'round_answer',
  title: 'Answer what came back',
  description:
    "Writes the next mark-up on the other side's file, at the level that the playbook of the deal has for the round, and keeps it as the next round. Nothing is conceded that the playbook or the points named do not concede, and approvals are a person's: they are given on the command line.",
  reads: false,
  input: {
    deal: field.deal,
    output: field.output,
    accept: z
      .array(z.string().regex(/^[a-z0-9][a-z0-9-]*$/))
      .max(100)
      .optional()
      .describe('ids of points whose words of theirs are taken; only those that the person named'),
    author: z.string().min(1).max(200).optional().describe('whose the changes are'),
  },
  output: { file: z.string(), rounds: z.array(round), notes: field.notes },
  async answer({ deal, output, accept = [], author }, { run, folders }) {
    const [folder, file] = [await dealFolder(folders, deal), await folders.fresh(output)]
    const { stdout, told } = await run([
      ...['round', 'answer', '--output', file],
      ...accept.map((point) => `--accept=${point}`),
      ...(author === undefined ? [] : [`--author=${author}`]),
      ...['--', folder],
    ])
    const { rounds } = await statusIn(folder, run)
    return { file, rounds, notes: [...told, ...(stdout.trim() === '' ? [] : [stdout.trim()])] }
  },
})
