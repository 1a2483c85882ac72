import { Problem } from '../../problem.ts'
import type { DatabaseOptions } from '../database.ts'
import { refuseBytesOnTerminal, writeOutput } from '../output.ts'
import { keptDeal } from './kept.ts'
import { withDeal } from './place.ts'

/** What `clausebook round sent` can be told. */
export interface SentOptions extends DatabaseOptions {
  output: string
  round?: number
}

/** `clausebook round sent DEAL --output FILE`. @throws Problem where there is no such round */
export async function writeSent(name: string, options: SentOptions): Promise<void> {
  refuseBytesOnTerminal('docx', options.output)
  const sent = await withDeal(name, options, async ({ open, shown }) => {
    const { rounds } = await keptDeal(await open(), shown)
    const { round = rounds.length } = options
    const found = rounds[round - 1]?.sent
    if (found) return found
    throw new Problem('round', `there is no round ${round} in this deal: it has ${rounds.length}`)
  })
  await writeOutput(options.output, sent)
}
