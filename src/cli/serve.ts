import { Command, InvalidArgumentError, Option } from 'commander'
import { Problem } from '../problem.ts'

interface ServeCommandOptions {
  host: string
  port: number
  offline?: true
  matters?: string
  requestsPerMinute: number
  token?: string
  trustProxyUser?: string
  logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** `clausebook serve`. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the pages on this machine: compare, read, draft')
    .option(
      '--host <address>',
      'the address to listen on; another than this machine’s needs a guard',
      '127.0.0.1',
    )
    .option('--port <number>', 'the port to listen on; 0 takes a free one', portOf, 4180)
    .option('--offline', 'never ask the network for official texts that are not here')
    .option('--matters <folder>', 'list matters and save them in this folder, with every version')
    .option('--requests-per-minute <number>', 'that one address may make; 0 sets no limit', rateOf, 600)
    .option('--token <token>', 'let in whoever knows it, 16 characters or more', tokenOf)
    .option('--trust-proxy-user <header>', 'let in whoever a sign-on proxy names in this header', headerOf)
    .addOption(
      new Option(
        '--log-level <level>',
        'what is logged on standard error; by default errors, and requests for others',
      ).choices(['silent', 'error', 'warn', 'info', 'debug']),
    )
    .action(async ({ offline, requestsPerMinute: rate, ...options }: ServeCommandOptions) => {
      const { isOffline } = await import('../texts/index.ts')
      const { serve } = await import('../server/index.ts')
      const address = await serve({
        ...options,
        // Uploads and drafts are work: one for five pages.
        perMinute: rate,
        workPerMinute: rate / 5,
        offline: isOffline(process.env, offline),
      })
      process.stdout.write(`Clausebook is at ${address} (Ctrl-C ends it).\n`)
      await fetchMissing(offline)
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

function rateOf(value: string): number {
  const rate = Number(value)
  if (Number.isInteger(rate) && rate >= 0) return rate === 0 ? Number.POSITIVE_INFINITY : rate
  throw new InvalidArgumentError('a rate is a whole number; 0 sets no limit.')
}

function tokenOf(value: string): string {
  if (value.length >= 16) return value
  throw new InvalidArgumentError('a token has 16 characters or more, so that nobody guesses it.')
}

function headerOf(value: string): string {
  // A header that every browser sends would let everybody in.
  if (/^(host|user-agent|accept.*|connection|content-.*|cookie|origin|referer|sec-.*)$/i.test(value))
    throw new InvalidArgumentError('a browser sends this header itself: name the one that the proxy sets.')
  if (/^[A-Za-z0-9-]+$/.test(value)) return value
  throw new InvalidArgumentError('a header is named like X-Forwarded-User.')
}
