import { unwritable } from '../files/unwritable.ts'
import { exitStatusOf } from './failure.ts'
import { clausebook } from './program.ts'

/** Runs the command that the process was started with. */
export async function run(): Promise<void> {
  // `clausebook compare … | head` closes the pipe early: that is no error, there is just no more to say.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(
      error.code === 'EPIPE' ? process.exitCode : exitStatusOf(unwritable('standard output', error)),
    )
  })
  // Where standard error is full or gone, nobody can be told.
  process.stderr.on('error', () => {})
  process.on('uncaughtException', (error) => process.exit(exitStatusOf(error)))

  const program = clausebook()
  if (process.argv.length === 2) return program.outputHelp()
  try {
    await program.parseAsync()
  } catch (error) {
    process.exitCode = exitStatusOf(error)
  }
}
