import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DealRecord } from '../../deal/index.ts'
import { holdFolder, writeWhole } from '../../files/index.ts'
import { Problem } from '../../problem.ts'
import { today } from '../../today.ts'
import { tell } from '../output.ts'
import { dealRecord, names } from './folder.ts'
import { dealYaml } from './open.ts'

/** What `clausebook round undo` can be told. */
export interface UndoOptions {
  by?: string
  date?: string
}

/**
 * Takes back what came back last, while it is not answered: a wrong file is nothing that the deal should keep. Its name, its
 * digest and who took it back stay.
 *
 * @throws Problem where nothing has come back, or it is answered
 */
export async function undoReturn(folder: string, { by, date }: UndoOptions): Promise<void> {
  await dealRecord(folder)
  const held = await holdFolder(folder)
  try {
    const record = await dealRecord(folder)
    const { returned, ...open } = record.rounds.at(-1)!
    const round = record.rounds.length
    if (!returned)
      throw new Problem(
        'undo',
        round === 1
          ? 'nothing has come back yet: there is nothing to take back'
          : `round ${round - 1} is answered, and round ${round} has not come back: there is nothing to take back`,
        { file: folder },
      )
    const { file, ...told } = returned
    const undone = { ...told, undone: { on: date ?? today(), ...(by !== undefined && { by }) } }
    const next: DealRecord = {
      ...record,
      rounds: [...record.rounds.slice(0, -1), { ...open, undone: [...(open.undone ?? []), undone] }],
    }
    await writeWhole(join(folder, names.record), dealYaml(next), { mode: 0o600 })
    // By its record it is none of the deal any more.
    await rm(join(folder, file), { force: true })
    await tell(`${returned.name} is taken back: round ${round} waits for what comes back.\n`)
  } finally {
    await held.release()
  }
}
