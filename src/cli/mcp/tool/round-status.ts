import { z } from 'zod'
import { field } from './fields.ts'
import { tool } from './types.ts'

const round = z.object({
  round: z.number(),
  sent: z.string().optional(),
  returned: z.string().optional(),
})

/** Where a deal stands. */
export const roundStatusTool = tool({
  name: 'round_status',
  title: 'Where does the deal stand?',
  description:
    'Tells of each point of a deal, over all its rounds, what we asked, what they answered (accepted, changed, refused, moved or not answered; in the open or without a mark), in which section, and whether it is agreed or open.',
  reads: true,
  input: { deal: z.string().min(1).describe("the deal's folder, below the open folders") },
  output: {
    vendor: z.string().optional(),
    rounds: z.array(round),
    points: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        asked: z.string(),
        state: z.string(),
        turns: z.array(
          z.object({
            round: z.number(),
            sent: z.string().optional(),
            section: z.string().optional(),
            outcome: z.string().optional(),
          }),
        ),
      }),
    ),
    notes: field.notes,
  },
  async answer({ deal }, { run, folders }) {
    const { stdout, told } = await run([
      'round',
      'status',
      '--format',
      'json',
      '--',
      await folders.folder(deal),
    ])
    const { vendor, rounds, points } = status.parse(JSON.parse(stdout))
    return {
      vendor,
      rounds,
      points: points.map(({ point, state, turns }) => ({
        ...point,
        state,
        turns: turns.map(({ reading, section, ...turn }) => ({
          ...turn,
          section: reading?.section ?? section,
          outcome: reading?.outcome,
        })),
      })),
      notes: told,
    }
  },
})

/** What of a deal's JSON is read. */
const status = z.object({
  vendor: z.string().optional(),
  rounds: z.array(round),
  points: z.array(
    z.object({
      point: z.object({ id: z.string(), title: z.string(), asked: z.string() }),
      state: z.string(),
      turns: z.array(
        z.object({
          round: z.number(),
          sent: z.string().optional(),
          section: z.string().optional(),
          reading: z.object({ outcome: z.string(), section: z.string().optional() }).optional(),
        }),
      ),
    }),
  ),
})
