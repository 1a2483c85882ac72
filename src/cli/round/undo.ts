import type { DealRecord } from '../../deal/index.ts'
import { Problem } from '../../problem.ts'
import { today } from '../../today.ts'
import type { DatabaseOptions } from '../database.ts'
import { tell } from '../output.ts'
import { recordOf } from './kept.ts'
import { dealYaml } from './open.ts'
import { withDeal } from './place.ts'

/** What `clausebook round undo` can be told. */
export interface UndoOptions extends DatabaseOptions {
  by?: string
  date?: string
}

/**
 * Takes back what came back last, while it is not answered: a wrong file is nothing that the deal should keep. Its name, its
 * digest and who took it back stay.
 *
 * @throws Problem where nothing has come back, or it is answered
 */
export async function undoReturn(deal: string, options: UndoOptions): Promise<void> {
  const { by, date } = options
  await withDeal(deal, options, ({ shown, hold }) =>
    hold(async (held) => {
      const record = recordOf(held, shown)
      const { returned, ...open } = record.rounds.at(-1)!
      const round = record.rounds.length
      if (!returned)
        throw new Problem(
          'undo',
          round === 1
            ? 'nothing has come back yet: there is nothing to take back'
            : `round ${round - 1} is answered, and round ${round} has not come back: there is nothing to take back`,
          { file: shown },
        )
      const { file, ...told } = returned
      const undone = { ...told, undone: { on: date ?? today(), ...(by !== undefined && { by }) } }
      const next: DealRecord = {
        ...record,
        rounds: [...record.rounds.slice(0, -1), { ...open, undone: [...(open.undone ?? []), undone] }],
      }
      const did = `return of round ${round} taken back`
      await held.save({ yaml: dealYaml(next), gone: [file], did })
      await tell(`${returned.name} is taken back: round ${round} waits for what comes back.\n`)
    }),
  )
}
