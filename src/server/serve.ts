import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { type Logger, pino } from 'pino'
import { leaveSignalsToOthers } from '../files/index.ts'
import { Problem } from '../problem.ts'
import { createApp } from './app.ts'
import { isOwnName } from './own-name.ts'
import { Refusal } from './refusal.ts'
import { openSite, type Site, type SiteOptions, type WholeSite } from './site.ts'
import { wrongUserHeader } from './user-header.ts'

/** Where and how the pages are served. */
export interface ServeOptions extends Partial<Omit<SiteOptions, 'local'>> {
  host: string
  port: number
  /** What is logged, to standard error, a line of JSON each. */
  logLevel?: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

/** From the signal to the end, in milliseconds: others are told to send nothing more, then what runs ends. */
const goodbye = { drain: 3_000, work: 7_500, end: 9_000 }

/** Most work is done by then, and its page comes at once; of what takes longer the steps are shown. In milliseconds. */
const soon = 800

/** What a client may hold, so that many slow ones keep nobody out. Times in milliseconds. */
const limits = {
  headerBytes: 16 * 1024,
  headers: 100,
  headersTime: 10_000,
  requestTime: 120_000,
  idleTime: 5_000,
  /** How often connections are held against these times. */
  every: 2_000,
  connections: 1_000,
  connectionsOfOne: 100,
}

/**
 * Serves until the process is told to end, which lets running requests finish.
 *
 * @returns the address that it answers on
 * @throws Problem where the port is taken, the address is not this machine's, or others could reach it unasked
 */
export async function serve({ host, port, logLevel, ...options }: ServeOptions): Promise<string> {
  const local = isOwnName(host.includes(':') ? `[${host}]` : host)
  requireGuard(host, local, options)
  const log = pino(
    { level: logLevel ?? (local && options.publicUrl === undefined ? 'error' : 'info'), base: {} },
    pino.destination({ fd: 2, sync: true }),
  )
  const site = await openSite({ soon, ...options, local })
  await reachSignOn(site, log)
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersTime,
      requestTimeout: limits.requestTime,
      keepAliveTimeout: limits.idleTime,
      connectionsCheckingInterval: limits.every,
    },
    createApp(site, log),
  )
  server.maxHeadersCount = limits.headers
  server.maxConnections = limits.connections
  // Behind a proxy all come from its address.
  if (options.publicUrl === undefined) limitConnections(server, limits.connectionsOfOne)
  server.listen(port, host)
  await listening(server, host, port)
  leaveSignalsToOthers()
  endOnSignals(server, site, log)
  // What was cut off goes on.
  site.batches?.goOn()
  const bound = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}/`
}

/** Refuses to be there for others without knowing who they are. */
function requireGuard(
  host: string,
  local: boolean,
  { token, trustProxyUser, oidc, publicUrl }: Partial<SiteOptions>,
): void {
  if (trustProxyUser !== undefined) {
    const wrong = wrongUserHeader(trustProxyUser)
    if (wrong !== undefined) throw new Problem('serve', `${trustProxyUser} names nobody: ${wrong}`)
  }
  if (token !== undefined || trustProxyUser !== undefined || oidc !== undefined) return
  if (local && publicUrl === undefined) return
  throw new Problem(
    'serve',
    `others can reach ${publicUrl ?? host}: give --token-file FILE, or --trust-proxy-user HEADER behind a sign-on proxy, or --oidc-issuer ADDRESS`,
  )
}

/**
 * Says where the company's sign-on does not answer, which may pass: the pages are there, and say so to whoever comes.
 *
 * @throws Problem where what answers is none
 */
async function reachSignOn({ issuer }: WholeSite, log: Logger): Promise<void> {
  await issuer?.reach().catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    log.warn({ rule: error.rule, reason: error.message }, 'nobody can sign in')
  })
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

function limitConnections(server: Server, most: number): void {
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
    if (count > most) socket.destroy()
  })
}

/** `SIGTERM` drains first, as whoever starts servers expects; `SIGINT` is a person who waits. A second one ends at once. */
function endOnSignals(server: Server, site: Site, log: Logger): void {
  let ending = false
  const end = (drain: number) => {
    if (ending) process.exit(1)
    ending = true
    site.ready = false
    log.info('ending')
    void site.batches?.end()
    setTimeout(() => {
      server.close(() => void site.workshop.close())
      server.closeIdleConnections()
    }, drain)
    // What is under way still gets an answer.
    setTimeout(() => site.workshop.end(), goodbye.work).unref()
    setTimeout(() => {
      server.closeAllConnections()
      process.exit(0)
    }, goodbye.end).unref()
  }
  const others = !site.options.local || site.options.publicUrl !== undefined
  process.on('SIGTERM', () => end(others ? goodbye.drain : 0))
  process.on('SIGINT', () => end(0))
}
