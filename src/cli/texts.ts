import { Command } from 'commander'
import { checkTextsCommand } from './texts/check.ts'
import { fetchCommand } from './texts/fetch.ts'
import { importCommand } from './texts/import.ts'
import { statusCommand } from './texts/status.ts'

/** `clausebook texts …`: the official texts on this machine. */
export function textsCommand(): Command {
  return new Command('texts')
    .description('get and check the official texts of the licenses')
    .addCommand(statusCommand())
    .addCommand(fetchCommand())
    .addCommand(importCommand())
    .addCommand(checkTextsCommand())
}
