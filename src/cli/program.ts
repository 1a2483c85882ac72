import { Command } from 'commander'
import { packageVersion } from '../home.ts'
import { visible } from '../visible.ts'
import { assessCommand } from './assess.ts'
import { cleanCommand } from './clean.ts'
import { coherenceCommand } from './coherence.ts'
import { combineCommand } from './combine.ts'
import { compareCommand } from './compare.ts'
import { draftCommand } from './draft.ts'
import { draftsCommand } from './drafts.ts'
import { withHouseOptions } from './house.ts'
import { houseCommand } from './house-command.ts'
import { impactCommand } from './impact.ts'
import { jobsCommand } from './jobs.ts'
import { libraryCommand } from './library.ts'
import { matterCommand } from './matter.ts'
import { mcpCommand } from './mcp.ts'
import { obligationsCommand } from './obligations.ts'
import { peopleCommand } from './people.ts'
import { redlineCommand } from './redline.ts'
import { resolveCommand } from './resolve.ts'
import { reviewCommand } from './review.ts'
import { roundCommand } from './round.ts'
import { serveCommand } from './serve.ts'
import { storeCommand } from './store.ts'
import { textsCommand } from './texts.ts'
import { vendorsCommand } from './vendors.ts'
import { verifyCommand } from './verify.ts'
import { watchCommand } from './watch.ts'
import { workerCommand } from './worker.ts'

/**
 * The whole command line. A command is a file here with a factory; it loads what it works with in its action, so that
 * every other command starts without it.
 */
export function clausebook(): Command {
  const program = new Command('clausebook')
    .description(
      "Compare, negotiate and document Meta's Llama licenses.\nLegal information and drafting mechanics, never legal advice.",
    )
    .version(packageVersion())
    .showSuggestionAfterError(true)
    .helpCommand('help [command]', 'say how a command is used')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      // One line, whatever commander has to say.
      outputError: (text, write) => write(`clausebook: ${visible(oneLine(text))}\n`),
    })
  withHouseOptions(program)
  for (const command of commands()) program.addCommand(command)
  tellAlike(program)
  return program
}

/** Every command, in the order in which help lists them. */
function commands(): Command[] {
  return [
    compareCommand(),
    assessCommand(),
    redlineCommand(),
    combineCommand(),
    resolveCommand(),
    cleanCommand(),
    verifyCommand(),
    coherenceCommand(),
    draftsCommand(),
    reviewCommand(),
    roundCommand(),
    draftCommand(),
    vendorsCommand(),
    obligationsCommand(),
    watchCommand(),
    impactCommand(),
    matterCommand(),
    textsCommand(),
    libraryCommand(),
    houseCommand(),
    serveCommand(),
    storeCommand(),
    peopleCommand(),
    workerCommand(),
    jobsCommand(),
    mcpCommand(),
  ]
}

/** Commander's addCommand leaves it to each command how errors are told; here all tell them alike. */
function tellAlike(parent: Command): void {
  for (const command of parent.commands) {
    command.copyInheritedSettings(parent)
    tellAlike(command)
  }
}

function oneLine(text: string): string {
  return text
    .replace(/^error: /, '')
    .trim()
    .replace(/\s*\n\s*/g, ' ')
}
