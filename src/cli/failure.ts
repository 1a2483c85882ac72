import { CommanderError } from 'commander'
import { Problem } from '../problem.ts'
import { say } from './say.ts'

/** Bad input or usage. */
const badInput = 2
/** What the system says of a disk or a folder, which nobody but its owner can mend. */
const personsToMend = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'EACCES', 'EPERM'])
/** A mistake of ours (EX_SOFTWARE in sysexits.h). */
const ourMistake = 70

/**
 * Tells a failure on standard error in one line, and what exit status it ends with. A stack trace is nothing that a
 * user can act on; with `CLAUSEBOOK_DEBUG` set it is there for who can.
 *
 * @param error whatever was thrown
 */
export function exitStatusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : badInput
  // With CLAUSEBOOK_DEBUG, whoever mends the program sees where, also of what the user can mend.
  if (process.env.CLAUSEBOOK_DEBUG) say((error as Error).stack ?? String(error))
  if (error instanceof Problem) {
    fail(String(error))
    return badInput
  }
  const { code = '', path = 'a file' } = Object(error) as NodeJS.ErrnoException
  if (personsToMend.has(code)) {
    fail(`${path}: the system refuses it (${code}): look at its permissions and at the room on the disk`)
    return badInput
  }
  const { message } = error instanceof Error ? error : { message: String(error) }
  fail(
    `${message} (this is a mistake in clausebook: please report it with the command that you ran; CLAUSEBOOK_DEBUG=1 shows where it happened)`,
  )
  return ourMistake
}

function fail(text: string): void {
  say(`clausebook: ${text.replace(/\s*\n\s*/g, ' ')}`)
}
