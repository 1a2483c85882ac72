import { Command } from 'commander'
import type { Drift } from '../../texts/index.ts'
import { tell } from '../output.ts'
import { openStore, requireNetwork } from './open.ts'

/** `clausebook texts check`. */
export function checkTextsCommand(): Command {
  return new Command('check')
    .description('read the official addresses again and show what changed since the pin (exit status 1)')
    .argument('[ids...]', 'texts, such as llama-3.1/use-policy; all by default')
    .option('--json', 'the result as JSON')
    .option('--offline', 'never ask the network')
    .action(async (ids: string[], options: { json?: true; offline?: true }) => {
      await requireNetwork('check', options.offline)
      const [store, { checkTexts }] = await Promise.all([openStore(), import('../../texts/index.ts')])
      const drifts = await checkTexts(store, { keep: true, ...(ids.length > 0 && { ids }) })
      await tell(options.json ? `${JSON.stringify(drifts, null, 2)}\n` : linesOf(drifts))
      if (drifts.some(({ outcome }) => outcome !== 'same')) process.exitCode = 1
    })
}

function linesOf(drifts: Drift[]): string {
  const lines = drifts.flatMap((drift) => [
    `${drift.id}: ${verdictOf(drift)}`,
    ...drift.changes.map(changeOf),
    ...(drift.kept === undefined
      ? []
      : [`  kept in ${drift.kept}: clausebook impact ${drift.id} tells what rests on it`]),
  ])
  return `${lines.join('\n')}\n`
}

function verdictOf({ outcome, address, words, reasons }: Drift): string {
  const unread = reasons.length === 0 ? '' : ` (${reasons.join('; ')})`
  if (outcome === 'absent') return 'the pinned text is not here to compare with: clausebook texts fetch'
  if (outcome === 'unread') return `not read${unread}`
  if (outcome === 'same') return `the pinned words at ${address}${unread}`
  return `CHANGED, ${words === 1 ? '1 word differs' : `${words} words differ`} at ${address}${unread}`
}

function changeOf({ after, removed, added }: Drift['changes'][number]): string {
  const marks = [removed && `[-${removed}-]`, added && `{+${added}+}`].filter(Boolean).join(' ')
  return `  ${after === '' ? '' : `… ${after} `}${marks}`
}
