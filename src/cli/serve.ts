import { Command, InvalidArgumentError } from 'commander'
import { Problem } from '../problem.ts'

/** `clausebook serve`. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the comparisons as web pages on this machine')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <number>', 'the port to listen on; 0 takes a free one', portOf, 4180)
    .option('--offline', 'never ask the network for official texts that are not here')
    .action(async ({ host, port, offline }: { host: string; port: number; offline?: true }) => {
      await fetchMissing(offline)
      const { serve } = await import('../server/index.ts')
      const address = await serve({ host, port })
      process.stdout.write(`Clausebook is at ${address} (Ctrl-C ends it).\n`)
    })
}

/** The pages work without the official texts, so whatever fails here is said and passed over. */
async function fetchMissing(offline: boolean | undefined): Promise<void> {
  const [{ openStore }, { ensureTexts, isOffline }] = await Promise.all([
    import('./texts/open.ts'),
    import('../texts/index.ts'),
  ])
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const ensured = ensureTexts(await openStore(), undefined, { offline: isOffline(process.env, offline), say })
  await ensured.catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error
    say(`Going on without official texts: ${error}`)
  })
}

function portOf(value: string): number {
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('a port is a whole number from 0 to 65535.')
}
