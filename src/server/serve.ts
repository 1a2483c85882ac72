import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Logger, pino } from 'pino'
import { Problem } from '../problem.ts'
import { createApp } from './app.ts'
import { isOwnName } from './security/guard.ts'
import { openSite, type Site, type SiteOptions } from './site.ts'

/** Where and how the pages are served. */
export interface ServeOptions extends Partial<Omit<SiteOptions, 'local'>> {
  host: string
  port: number
  /** What is logged, to standard error, a line of JSON each. */
  logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** How long running requests have to end. */
const longestGoodbye = 10_000

/**
 * Serves until the process is told to end, which lets running requests finish.
 *
 * @returns the address that it answers on
 * @throws Problem where the port is taken, the address is not this machine's, or others could reach it unasked
 */
export async function serve({ host, port, logLevel, ...options }: ServeOptions): Promise<string> {
  const local = isOwnName(host.includes(':') ? `[${host}]` : host)
  if (!local && options.token === undefined && options.trustProxyUser === undefined) {
    throw new Problem(
      'serve',
      `others can reach ${host}: give --token TOKEN, or --trust-proxy-user HEADER behind a sign-on proxy`,
    )
  }
  const log = pino(
    { level: logLevel ?? (local ? 'error' : 'info'), base: {} },
    pino.destination({ fd: 2, sync: true }),
  )
  const site = await openSite({ ...options, local })
  const server = createApp(site, log).listen(port, host)
  await listening(server, host, port)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end(server, site, log))
  const bound = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}/`
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('listening', done)
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `port ${port} is taken: name another with --port`,
        EACCES: `port ${port} is not for every program: name one above 1023 with --port`,
        EADDRNOTAVAIL: `${host} is no address of this machine`,
        ENOTFOUND: `${host} is no address of this machine`,
      }
      fail(new Problem('serve', reasons[code ?? ''] ?? `cannot listen on ${host}: ${message}`))
    })
  })
}

/** Takes no more requests and lets the running ones end. */
function end(server: Server, site: Site, log: Logger): void {
  site.ready = false
  log.info('ending')
  server.close(() => void site.workshop.close())
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), longestGoodbye).unref()
}
