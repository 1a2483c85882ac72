#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { Problem } from '../problem.ts'

const program = new Command('clausebook')
  .description("Compare, negotiate and document Meta's Llama licenses.")
  .version('0.1.0')
  .exitOverride()

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (error instanceof Problem) {
    process.stderr.write(`clausebook: ${error}\n`)
    process.exitCode = 2
  } else throw error
}
