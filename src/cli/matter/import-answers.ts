import { Command } from 'commander'
import { isoDate } from '../date.ts'
import type { ImportOptions } from './answers/options.ts'

/** `clausebook matter import-answers FILE`: a vendor's questionnaire, read back as facts. */
export function importAnswersCommand(): Command {
  return (
    new Command('import-answers')
      .description(
        'read the answers of a vendor questionnaire back as facts (exit status 1 where one is not read or not taken)',
      )
      .argument(
        '<file>',
        'the questionnaire as it came back: .docx, .odt, .md or .yaml; or a folder of them, one of each vendor',
      )
      .option('--into <matter>', 'matter file to write them into; its comments stay')
      .option('--vendor <name>', 'with --into: which vendor of the matter answered')
      .option('--by <name>', 'who answered, where the questionnaire does not say it')
      .option('--date <date>', 'when, where the questionnaire does not say it; by default today', isoDate)
      .option('--accept', 'let answers change what the matter says otherwise')
      .option(
        '--output <file>',
        'without --into: where to write the facts as YAML; of a folder, a folder',
        '-',
      )
      // The documents and the library take their time, and every start loads this file.
      .action(async (path: string, options: ImportOptions) =>
        (await import('./answers/import.ts')).importAnswers(path, options),
      )
  )
}
