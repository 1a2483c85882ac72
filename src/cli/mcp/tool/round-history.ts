import { z } from 'zod'
import { Problem } from '../../../problem.ts'
import { historyOf, pointHistory, statusIn } from './deal.ts'
import { dealFolder } from './deal-folder.ts'
import { field } from './fields.ts'
import { tool } from './types.ts'

/** Points of a deal over all rounds, with the words of each. */
export const roundHistoryTool = tool({
  name: 'round_history',
  title: 'What became of a point, round by round?',
  description:
    'Gives a point of a deal, or all of them, over every round: what was sent, in which section, what came back in words (what stays, goes and comes), tracked or without a mark, by whom, and their comments.',
  reads: true,
  input: {
    deal: field.deal,
    point: z.string().min(1).optional().describe('id or title of one point; without it all of them'),
  },
  output: { points: z.array(pointHistory), notes: field.notes },
  async answer({ deal, point }, { run, folders }) {
    const { points, told } = await statusIn(await dealFolder(folders, deal), run)
    const sought = point?.trim().toLowerCase()
    const chosen = points.filter(
      ({ point: { id, title } }) => sought === undefined || id === sought || title.toLowerCase() === sought,
    )
    if (chosen.length === 0)
      throw new Problem('point', `there is no point ${point} in this deal: round_status has their ids`)
    return { points: chosen.map(historyOf), notes: told }
  },
})
