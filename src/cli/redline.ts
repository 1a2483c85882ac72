import { Command, InvalidArgumentError } from 'commander'
import { redlineFormats } from '../formats.ts'
import { levelNamed, levelsDown, levelWords } from '../library/levels.ts'
import type { PositionRequest } from '../redline/index.ts'
import { isoDate } from './date.ts'
import { formatOption } from './output-format.ts'
import { keyOption, recordOption } from './record-option.ts'
import type { RedlineCommandOptions } from './redline/run.ts'
import { referenceDocOption } from './word/look.ts'
import { pagesOption } from './word/pages-option.ts'

/** `clausebook redline LICENSE`: the license with our changes tracked and explained. */
export function redlineCommand(): Command {
  return new Command('redline')
    .description('a license with the changes that a matter asks for, each tracked and explained')
    .argument('<license>', 'llama-3.1 …')
    .option('-m, --matter <file>', "the matter's YAML file, which decides on positions and levels")
    .option(
      '--position <id[=level]>',
      'this position alone, at the level preferred, fallback or walk-away; may be repeated',
      positionOf,
    )
    .addOption(formatOption(redlineFormats))
    .option('-o, --output <file>', 'file to write, or - for standard output', '-')
    .option('--into <file>', 'their own Word version of the license, which comes back marked up')
    .addOption(referenceDocOption())
    .option('--internal', 'comments say what we settle for and hold back: never for the other side')
    .option(
      '--for-counterparty',
      'for the other side: nothing of us in it, and the status of the document in its header',
    )
    .addOption(pagesOption())
    .option('--protect', 'of a Word file: whoever opens it can make tracked changes alone')
    .addOption(recordOption())
    .addOption(keyOption())
    .option('--author <name>', "whose the changes are; by default the matter's document.author")
    .option('--date <date>', "when they are made; by default the matter's document.date, else today", isoDate)
    .option('--strict', 'write nothing where something does not fit together, and end with 1')
    .option('--offline', 'never ask the network for an official text that is not here')
    .action(async (license: string, options: RedlineCommandOptions) => {
      const { runRedline } = await import('./redline/run.ts')
      await runRedline(license, options)
    })
}

function positionOf(value: string, before: PositionRequest[] = []): PositionRequest[] {
  const [id = '', level] = value.split('=', 2)
  if (level === undefined) return [...before, { id }]
  const named = levelNamed(level)
  if (!named) {
    throw new InvalidArgumentError(
      `there is no level “${level}”: levels are ${levelsDown.map((one) => levelWords[one]).join(', ')}`,
    )
  }
  return [...before, { id, level: named }]
}
