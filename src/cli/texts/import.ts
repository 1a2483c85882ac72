import { Command } from 'commander'
import { Problem } from '../../problem.ts'
import type { ImportResult } from '../../texts/index.ts'
import { tell } from '../output.ts'
import { openStore } from './open.ts'

/** `clausebook texts import`. */
export function importCommand(): Command {
  return new Command('import')
    .description(
      'take official texts from a file or folder; each is recognised by what it is, not by its name',
    )
    .argument('<path>', 'a file, or a folder')
    .option('--accept-changed', 'keep a text whose words differ from the pinned ones, as llama-3.1@local-1')
    .option('--replace', 'put the pinned text in place of another that is there')
    .action(async (path: string, options: { acceptChanged?: true; replace?: true }) => {
      const [store, { importTexts }] = await Promise.all([openStore(), import('../../texts/index.ts')])
      const results = await importTexts(store, path, options)
      const known = results.filter(({ outcome }) => outcome !== 'unknown')
      const refused = known.filter(({ outcome }) => outcome === 'refused' || outcome === 'differs')
      const taken = known.filter((result) => !refused.includes(result))
      await tell(linesOf(taken, results.length - known.length, store.folder))
      if (refused.length > 0) throw refusal(refused)
      if (known.length === 0) throw nothingKnown(path, results)
    })
}

function linesOf(taken: ImportResult[], unknown: number, folder: string): string {
  if (taken.length === 0) return ''
  const lines = taken.map(({ id, file, outcome, reason }) => {
    return `${outcome.padEnd(8)}  ${id}  ${outcome === 'here' ? '' : 'from '}${file}: ${reason}`
  })
  if (unknown > 0)
    lines.push(`${unknown} other ${unknown === 1 ? 'file is' : 'files are'} no text of the library.`)
  return `${lines.join('\n')}\nThe texts are in ${folder}.\n`
}

function refusal(refused: ImportResult[]): Problem {
  const [first] = refused
  const others = refused.length - 1
  const more = others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'file' : 'files'})`
  return new Problem('changed-text', `${first!.reason}${more}`, { file: first!.file })
}

function nothingKnown(path: string, [first, ...others]: ImportResult[]): Problem {
  if (others.length === 0 && first?.file === path)
    return new Problem('unknown-text', first.reason, { file: path })
  return new Problem('unknown-text', 'has no text of the library in it', { file: path })
}
