import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** What serves our own pages, on a free port and with no limit of requests. */
export const ownServer = [
  'dist/clausebook.js',
  'serve',
  '--offline',
  '--port',
  '0',
  '--requests-per-minute',
  '0',
]

/**
 * A server in a process of its own, which tells where it is.
 *
 * @param {string[]} command
 * @param {string} [input] what it reads
 * @returns its process, and its address with the last stroke
 */
export async function started(command, input = '') {
  const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(input)
  const [line] = await once(child.stdout, 'data')
  return { process: child, address: /http:\S+/.exec(String(line))[0] }
}
