import { spawn } from 'node:child_process'
import { Problem } from '../../problem.ts'

/** What a command of ours said. */
export interface Said {
  /** 0 or 1: what the command answers. */
  status: number
  stdout: string
  /** What it told beside, a line each, without our name. */
  told: string[]
}

/** The most that a command may answer, in bytes. */
const largest = 64_000_000

/**
 * Runs a command of ours in a process of its own: it answers as in a terminal, nothing that it prints reaches the protocol, and
 * it can be ended.
 *
 * @param args the command and its arguments, of which files are real paths
 * @throws Problem with its one line where it ends with 2
 */
export function runCommand(
  args: readonly string[],
  house: readonly string[],
  signal: AbortSignal,
): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [process.argv[1]!, ...house, ...args], {
      // An assistant asks the network for nothing: what is not here is told.
      env: { ...process.env, CLAUSEBOOK_OFFLINE: '1', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    })
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    let bytes = 0
    const gather = (parts: Buffer[]) => (part: Buffer) => {
      bytes += part.length
      if (bytes > largest) child.kill()
      else parts.push(part)
    }
    child.stdout.on('data', gather(out))
    child.stderr.on('data', gather(err))
    child.once('error', reject)
    child.once('close', (status) => {
      const told = linesOf(Buffer.concat(err).toString('utf8'))
      if (status === 0 || status === 1) resolve({ status, stdout: Buffer.concat(out).toString('utf8'), told })
      else
        reject(
          new Problem(
            'command',
            bytes > largest ? 'the answer is longer than 64 MB' : (told.at(-1) ?? 'the command was ended'),
          ),
        )
    })
  })
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^clausebook: /, '').trim())
    .filter((line) => line !== '')
}
