import { Command } from 'commander'
import { addCommand } from './library/add.ts'
import { checkCommand } from './library/check.ts'
import { listCommand } from './library/list.ts'
import { showCommand } from './library/show.ts'

/** `clausebook library …`: the clause library, to read and to check. */
export function libraryCommand(): Command {
  return new Command('library')
    .description('read, check and extend the clause library')
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(checkCommand())
    .addCommand(addCommand())
}
