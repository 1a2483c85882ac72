import { spawn } from 'node:child_process'

/** How a command of ours ended. */
export interface EndedProgram {
  /** Null where it was killed. */
  status: number | null
  stdout: Buffer
  /** What it told beside, a line each, without our name. */
  told: string[]
  /** Whether it was ended since it answered more than it may. */
  tooLong: boolean
}

/**
 * Runs a command of ours in a process of its own, which asks the network for nothing.
 *
 * @param args of Node: the program, the command and its arguments
 * @param most how many bytes it may answer, all in all
 * @param signal that ends it
 * @param env what it finds in its environment besides; undefined takes one of ours out
 * @returns once it has ended, however it did
 * @throws Error where it cannot be started
 */
export function runOwnProgram(
  args: readonly string[],
  { most, signal, env = {} }: { most: number; signal: AbortSignal; env?: NodeJS.ProcessEnv },
): Promise<EndedProgram> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, CLAUSEBOOK_OFFLINE: '1', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const end = () => void child.kill()
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    let bytes = 0
    const gather = (parts: Buffer[]) => (part: Buffer) => {
      bytes += part.length
      if (bytes > most) end()
      else parts.push(part)
    }
    child.stdout.on('data', gather(out))
    child.stderr.on('data', gather(err))
    child.once('error', reject)
    child.once('close', (status) => {
      signal.removeEventListener('abort', end)
      const told = linesOf(Buffer.concat(err).toString('utf8'))
      resolve({ status, stdout: Buffer.concat(out), told, tooLong: bytes > most })
    })
  })
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^clausebook: /, '').trim())
    .filter((line) => line !== '')
}
