import { Command } from 'commander'
import type { TextStatus } from '../../texts/index.ts'
import { tell } from '../output.ts'
import { openStore } from './open.ts'

/** `clausebook texts status`. */
export function statusCommand(): Command {
  return new Command('status')
    .description('which official texts are here, and whether they are the pinned ones')
    .option('--json', 'the result as JSON')
    .action(async (options: { json?: true }) => {
      const store = await openStore()
      const rows = await store.status()
      const { folder } = store
      const text = options.json ? JSON.stringify({ folder, texts: rows }, null, 2) : tableOf(folder, rows)
      await tell(`${text}\n`)
    })
}

function tableOf(folder: string, rows: TextStatus[]): string {
  const cells = [
    ['TEXT', 'PINNED', 'PRESENT', 'VERIFIED'],
    ...rows.map((row) => [
      row.id,
      row.pin?.sha256.slice(0, 12) ?? '-',
      row.present ? 'yes' : 'no',
      verdictOf(row),
    ]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]!.length)))
  const lines = cells.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const pinned = rows.filter(({ pin }) => pin)
  const here = pinned.filter(({ present }) => present).length
  const hint = here < pinned.length ? ' Get the others: clausebook texts fetch, or texts import DIR.' : ''
  return [...lines, '', `${here} of ${pinned.length} pinned texts are in ${folder}.${hint}`].join('\n')
}

function verdictOf({ present, pin, matches }: TextStatus): string {
  if (!present) return '-'
  if (!pin) return 'accepted change'
  if (matches === 'bytes') return 'yes'
  return matches === 'words' ? 'yes, in its words' : 'NO: not the pinned text'
}
