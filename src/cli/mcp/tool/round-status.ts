import { z } from 'zod'
import { newAsk, pointStanding, round, standingOf, statusIn } from './deal.ts'
import { dealFolder } from './deal-folder.ts'
import { field } from './fields.ts'
import { tool } from './types.ts'

/** Where a deal stands. */
export const roundStatusTool = tool({
  name: 'round_status',
  title: 'Where does the deal stand?',
  description:
    'Tells of each point of a deal, over all its rounds, what we asked, what they answered (accepted, changed, refused, moved or not answered; in the open or without a mark), in which section, and whether it is agreed or open; and what they ask for outside our points.',
  reads: true,
  input: { deal: field.deal },
  output: {
    vendor: z.string().optional(),
    rounds: z.array(round),
    points: z.array(pointStanding),
    asks: z.array(newAsk).describe('what they ask for outside our points, as of the last return'),
    notes: field.notes,
  },
  async answer({ deal }, { run, folders }) {
    const { vendor, rounds, points, asks, told } = await statusIn(await dealFolder(folders, deal), run)
    return { vendor, rounds, points: points.map(standingOf), asks, notes: told }
  },
})
