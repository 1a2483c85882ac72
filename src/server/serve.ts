import type { AddressInfo } from 'node:net'
import { loadLibrary } from '../library/index.ts'
import { Problem } from '../problem.ts'
import { createApp } from './app.ts'

/**
 * Serves until the process is told to end, which lets running requests finish.
 *
 * @returns the address that it answers on
 * @throws Problem where the port is taken or the address is not this machine's
 */
export async function serve({ host, port }: { host: string; port: number }): Promise<string> {
  const app = createApp(await loadLibrary())
  const server = app.listen(port, host)
  await new Promise<void>((done, fail) => {
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
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
  const bound = server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${bound.port}/`
}
