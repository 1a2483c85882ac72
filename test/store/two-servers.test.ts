import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openFileStore } from '../../src/store/index.ts'
import { program } from '../cli/run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-servers-'))
const running = new Map<number, ChildProcess>()
afterAll(() => {
  for (const child of running.values()) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Starts a server on the folder; whoever a proxy would name is a user of his own. */
async function serve(port: number): Promise<void> {
  const options = ['--offline', '--port', String(port), '--matters', folder, '--requests-per-minute', '0']
  const user = ['--trust-proxy-user', 'X-Forwarded-User']
  const child = spawn(process.execPath, [program, 'serve', ...options, ...user, '--log-level', 'silent'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.set(port, child)
  await once(child.stdout!, 'data')
}

const unescaped = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')

/** A whole answer; undefined where the server was killed before it was, be it in the middle of its body. */
async function answerOf(
  address: string,
  options: RequestInit,
): Promise<{ status: number; body: string } | undefined> {
  try {
    const answer = await fetch(address, options)
    return { status: answer.status, body: await answer.text() }
  } catch {
    return undefined
  }
}

/**
 * Opens the matter in the editor, counts on, and saves it.
 *
 * @returns the count where it was saved, 0 where somebody else saved first, undefined where no answer came
 */
async function round(port: number, user: string): Promise<number | undefined> {
  const address = `http://127.0.0.1:${port}/matters`
  const headers = { 'X-Forwarded-User': user }
  const editor = await answerOf(`${address}/shared/edit`, { headers })
  if (editor?.status !== 200) return undefined
  const page = editor.body
  const base = /name="base" value="([^"]+)"/.exec(page)![1]!
  const yaml = unescaped(/<textarea[^>]*>\n([^<]*)<\/textarea>/.exec(page)![1]!)
  const count = Number(/count: (\d+)/.exec(yaml)![1]) + 1
  const body = new URLSearchParams({
    base: unescaped(base),
    yaml: `matter: Shared\ncount: ${count}\nend: ${user}\n`,
  })
  const saved = await answerOf(`${address}/shared`, { method: 'POST', headers, body, redirect: 'manual' })
  if (saved?.status === 303) return count
  if (saved?.status === 409) return 0
  // It is busy, or was killed; whether it saved is not known.
  return undefined
}

/** The thousand of `npm run test:long`, and fewer for every day. */
const rounds = process.env.CLAUSEBOOK_LONG ? 1000 : 48
const kills = process.env.CLAUSEBOOK_LONG ? 10 : 1
/** Where the kills fall: the same seed, the same rounds. */
const seed = Number(process.env.CLAUSEBOOK_SEED ?? 1)

test(`two servers, eight people and ${rounds} rounds lose no save, though one server is killed`, async () => {
  const { matters } = await openFileStore(folder)
  await matters.save({ yaml: 'matter: Shared\ncount: 1\nend: first\n', by: 'first' })
  const ports = [await freePort(), await freePort()]
  await Promise.all(ports.map(serve))
  const killAt = new Set(
    Array.from({ length: kills }, (_, at) => Math.floor(((at + ((seed * 37) % 100) / 100) * rounds) / kills)),
  )
  const told: { user: string; count: number }[] = []
  let done = 0
  const people = Array.from({ length: 8 }, async (_, at) => {
    const user = `person ${at}`
    while (done < rounds) {
      const count = await round(ports[at % 2]!, user)
      if (count === undefined) {
        await new Promise((later) => setTimeout(later, 50))
        continue
      }
      done += 1
      if (count > 0) told.push({ user, count })
      if (!killAt.delete(done)) continue
      const child = running.get(ports[1]!)!
      child.kill('SIGKILL')
      await once(child, 'exit')
      await serve(ports[1]!)
    }
  })
  await Promise.all(people)
  const versions = await matters.versions('shared')
  // Each builds on the one before, so that none was saved over, and each is whole.
  for (const { version, by } of versions) {
    const { yaml } = await matters.open('shared', version)
    expect(yaml).toBe(`matter: Shared\ncount: ${version}\nend: ${by}\n`)
  }
  expect(versions.map(({ version }) => version)).toEqual(versions.map((_, at) => versions.length - at))
  // Whoever was told that it is saved finds it.
  const byOf = new Map(versions.map(({ version, by }) => [version, by]))
  expect(told.filter(({ user, count }) => byOf.get(count) !== user)).toEqual([])
  expect(new Set(told.map(({ count }) => count)).size).toBe(told.length)
  expect(new Set(told.map(({ user }) => user)).size).toBeGreaterThan(1)
  expect(readFileSync(join(folder, 'shared.yaml'), 'utf8')).toBe((await matters.open('shared')).yaml)
}, 1_200_000)
