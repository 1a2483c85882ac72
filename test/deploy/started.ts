import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { program } from '../cli/run.ts'

const running = new Set<ChildProcess>()

/** Starts a program that `endAll` ends. */
export function start(command: string, args: string[], options: SpawnOptions = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  running.add(child)
  let told = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (told += String(data)))
  return { child, told: () => told, ended: once(child, 'exit') }
}

/** Starts the built server on a port that is free. */
export async function serveBehind(...options: string[]): Promise<{ port: string }> {
  const { child } = start(process.execPath, [program, 'serve', '--offline', '--port', '0', ...options])
  const [line] = await once(child.stdout!, 'data')
  return { port: /127\.0\.0\.1:(\d+)/.exec(String(line))![1]! }
}

export async function endAll(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      const gone = child.exitCode !== null || child.signalCode !== null || once(child, 'exit')
      child.kill('SIGKILL')
      return gone
    }),
  )
  running.clear()
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
