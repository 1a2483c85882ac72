import { readFile } from 'node:fs/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { Problem } from '../problem.ts'
import { wrongUserHeader } from '../server/user-header.ts'
import { type DatabaseOptions, databaseOf, databaseOption } from './database.ts'
import { type HouseOptions, houseSettings } from './house.ts'
import { say } from './say.ts'
import { type SignOnOptions, signOnOf, signOnOptions } from './sign-on.ts'

interface ServeCommandOptions extends HouseOptions, DatabaseOptions, SignOnOptions {
  host: string
  port: number
  offline?: true
  matters?: string
  autosave: boolean
  deals?: string
  register?: string
  vendorLinks?: true
  requestsPerMinute: number
  token?: string
  tokenFile?: string
  publicUrl?: string
  trustProxyUser?: string
  people?: true
  logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** `clausebook serve`. */
export function serveCommand(): Command {
  const command = new Command('serve')
    .description('serve the pages on this machine: compare, read, draft')
    .option(
      '--host <address>',
      'the address to listen on; another than this machine’s needs a guard',
      '127.0.0.1',
    )
    .option('--port <number>', 'the port to listen on; 0 takes a free one', portOf, 4180)
    .option('--offline', 'never ask the network for official texts that are not here')
    .option('--matters <folder>', 'list matters and save them in this folder, with every version')
    .addOption(databaseOption())
    .option('--no-autosave', 'let no browser keep what is typed into a form')
    .option(
      '--deals <folder>',
      'list the deals in this folder, and add rounds to them, as clausebook round does; a database has its own',
    )
    .option(
      '--register <folder>',
      'list the vendors of the register in this folder, as clausebook vendors does; a database has its own',
    )
    .option(
      '--vendor-links',
      'let vendors answer their questionnaire by a link that a person makes on the page of a vendor',
    )
    .option('--requests-per-minute <number>', 'that one address may make; 0 sets no limit', rateOf, 600)
    .option(
      '--token <token>',
      'let in whoever knows it, 16 characters or more; others see it in the list of processes',
      tokenOf,
    )
    .option('--token-file <file>', 'the token, in a file; or in the environment as CLAUSEBOOK_TOKEN')
    .option('--trust-proxy-user <header>', 'let in whoever a sign-on proxy names in this header', headerOf)
    .option(
      '--people',
      'tell those who come in apart: each by the role, and to each what is shared; needs a database',
    )
    .option(
      '--public-url <address>',
      'what people open where a proxy stands in front (CLAUSEBOOK_PUBLIC_URL)',
      publicUrlOf,
    )
    .addOption(
      new Option(
        '--log-level <level>',
        'what is logged on standard error; by default errors, and requests for others',
      ).choices(['silent', 'error', 'warn', 'info', 'debug']),
    )
    .action(
      async ({
        offline,
        requestsPerMinute: rate,
        token,
        tokenFile,
        database,
        oidcIssuer,
        oidcClientId,
        oidcClientSecretFile,
        oidcClaim,
        ...given
      }: ServeCommandOptions) => {
        const publicUrl = given.publicUrl ?? publicUrlKnown()
        const options = { ...given, ...(publicUrl !== undefined && { publicUrl }) }
        const address = databaseOf({ database }, { option: '--matters', value: options.matters })
        const { isOffline } = await import('../texts/index.ts')
        const { serve } = await import('../server/index.ts')
        const known = token ?? (await tokenFrom(tokenFile))
        const oidc = await signOnOf({ oidcIssuer, oidcClientId, oidcClientSecretFile, oidcClaim })
        const page = await serve({
          ...options,
          ...houseSettings(options),
          ...(known !== undefined && { token: known }),
          ...(oidc !== undefined && { oidc }),
          ...(address !== undefined && { database: address }),
          // Uploads and drafts are work: one for five pages.
          perMinute: rate,
          workPerMinute: rate / 5,
          offline: isOffline(process.env, offline),
        })
        const where = publicUrl === undefined ? page : `${publicUrl}, which a proxy brings to ${page}`
        process.stdout.write(`Clausebook is at ${where} (Ctrl-C ends it).\n`)
        await fetchMissing(offline)
      },
    )
  for (const option of signOnOptions()) command.addOption(option)
  return command
}

/** The pages work without the official texts, so whatever fails here is said and passed over. */
async function fetchMissing(offline: boolean | undefined): Promise<void> {
  const [{ openStore }, { ensureTexts, isOffline }] = await Promise.all([
    import('./texts/open.ts'),
    import('../texts/index.ts'),
  ])
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

const shortestToken = 16

function tokenOf(value: string): string {
  if (value.length >= shortestToken) return value
  throw new InvalidArgumentError('a token has 16 characters or more, so that nobody guesses it.')
}

/** A secret is not for the command line, which others on the machine can read. */
async function tokenFrom(file: string | undefined): Promise<string | undefined> {
  const { CLAUSEBOOK_TOKEN: given } = process.env
  if (file === undefined && (given === undefined || given === '')) return undefined
  const token =
    file === undefined
      ? given!
      : await readFile(file, 'utf8').catch(({ code }: NodeJS.ErrnoException) => {
          throw new Problem('token', `cannot be read (${code}): write the token into it`, { file })
        })
  const trimmed = token.trim()
  if (trimmed.length >= shortestToken && !/\s/.test(trimmed)) return trimmed
  const reason = `has no token of ${shortestToken} characters or more without a space in it`
  throw new Problem('token', reason, { file: file ?? 'CLAUSEBOOK_TOKEN' })
}

function publicUrlOf(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '') return url.href
  throw new InvalidArgumentError('an address is like https://clausebook.example, without a path.')
}

/** @throws Problem */
function publicUrlKnown(): string | undefined {
  const { CLAUSEBOOK_PUBLIC_URL: known } = process.env
  if (known === undefined || known === '') return undefined
  try {
    return publicUrlOf(known)
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error
    throw new Problem('serve', error.message, { file: 'CLAUSEBOOK_PUBLIC_URL' })
  }
}

function headerOf(value: string): string {
  const wrong = wrongUserHeader(value)
  if (wrong === undefined) return value
  throw new InvalidArgumentError(wrong)
}
