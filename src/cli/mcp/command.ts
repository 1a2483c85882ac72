import { runOwnProgram } from '../../files/index.ts'
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
export async function runCommand(
  args: readonly string[],
  house: readonly string[],
  signal: AbortSignal,
): Promise<Said> {
  const ended = await runOwnProgram([process.argv[1]!, ...house, ...args], { most: largest, signal })
  signal.throwIfAborted()
  const { status, stdout, told, tooLong } = ended
  if (status === 0 || status === 1) return { status, stdout: stdout.toString('utf8'), told }
  const why = tooLong ? 'the answer is longer than 64 MB' : (told.at(-1) ?? 'the command was ended')
  throw new Problem('command', why)
}
