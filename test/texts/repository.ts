import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'
import { published } from './licenses.ts'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A public repository on loopback. */
export interface Repository {
  base: string
  /** Paths asked for, in order. */
  asked: string[]
}

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** Serves the published texts; `answers` by path take their place. */
export async function repositoryWith(answers: Record<string, Answer> = {}): Promise<Repository> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = answers[path] ?? answers['*']
    if (answer) answer(request, response)
    else if (published[path] === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(published[path])
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closing.push(
    () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  )
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}
