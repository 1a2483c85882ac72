import { Command } from 'commander'
import type { FetchResult } from '../../texts/index.ts'
import { tell } from '../output.ts'
import { say } from '../say.ts'
import { openStore, requireNetwork } from './open.ts'

/** `clausebook texts fetch`. */
export function fetchCommand(): Command {
  return new Command('fetch')
    .description('fetch the official texts that are not here (exit status 1 where one fails)')
    .argument('[ids...]', 'texts, such as llama-3.1 or llama-3.1/use-policy; all by default')
    .option('--replace', 'put the pinned text in place of another that is there')
    .option('--offline', 'never ask the network')
    .action(async (ids: string[], options: { replace?: true; offline?: true }) => {
      await requireNetwork('fetch', options.offline)
      const [store, { fetchTexts, pinnedTexts }] = await Promise.all([
        openStore(),
        import('../../texts/index.ts'),
      ])
      const bar = await progressBar(ids.length || pinnedTexts(store.licenses).length)
      const results = await fetchTexts(store, {
        ...(ids.length > 0 ? { ids } : {}),
        ...(options.replace ? { replace: true } : {}),
        onResult: () => bar?.increment(),
      }).finally(() => bar?.stop())
      await tell(linesOf(results, store.folder))
      const failed = results.filter(({ outcome }) => outcome === 'failed' || outcome === 'differs')
      for (const { id, reason } of failed) say(`clausebook: ${id}: ${reason}`)
      if (failed.length > 0) process.exitCode = 1
    })
}

async function progressBar(total: number) {
  if (!process.stderr.isTTY) return undefined
  const { SingleBar } = (await import('cli-progress')).default
  const format = 'Fetching {bar} {value} of {total}'
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true })
  bar.start(total, 0)
  return bar
}

function linesOf(results: FetchResult[], folder: string): string {
  const count = (wanted: FetchResult['outcome']) => results.filter(({ outcome }) => outcome === wanted).length
  const fetched = results.filter(({ outcome }) => outcome === 'fetched').map(({ id }) => `fetched  ${id}\n`)
  const failed = count('failed') + count('differs')
  const rest = failed > 0 ? `, ${failed} not` : ''
  return `${fetched.join('')}${count('fetched')} fetched, ${count('here')} here already${rest}: ${folder}\n`
}
