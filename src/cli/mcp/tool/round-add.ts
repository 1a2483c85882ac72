import { z } from 'zod'
import { newAsk, pointStanding, round, standingOf, statusJson } from './deal.ts'
import { dealFolder } from './deal-folder.ts'
import { field } from './fields.ts'
import { tool } from './types.ts'

/** A return that is added to a deal. */
export const roundAddTool = tool({
  name: 'round_add',
  title: 'Add what came back',
  description:
    'Adds what came back to the last round of a deal, keeps it in the folder of the deal, and tells what became of each point. Ask the person first: it is their record of the negotiation.',
  reads: false,
  input: {
    deal: field.deal,
    returned: field.file.describe('what came back, below the open folders'),
    by: z.string().min(1).max(200).optional().describe('who sent it back'),
    date: z.iso.date().optional().describe('the day on which it came back; by default today'),
  },
  output: {
    rounds: z.array(round),
    points: z.array(pointStanding),
    asks: z.array(newAsk),
    notes: field.notes,
  },
  async answer({ deal, returned, by, date }, { run, folders }) {
    const [folder, file] = [await dealFolder(folders, deal), await folders.existing(returned)]
    const { stdout, told } = await run([
      ...['round', 'add', '--format', 'json'],
      ...(by === undefined ? [] : [`--by=${by}`]),
      ...(date === undefined ? [] : [`--date=${date}`]),
      ...['--', folder, file],
    ])
    const { rounds, points, asks } = statusJson.parse(JSON.parse(stdout))
    return { rounds, points: points.map(standingOf), asks, notes: told }
  },
})
