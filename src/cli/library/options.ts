import { type Command, Option } from 'commander'
import { outputFormat } from '../output-format.ts'

const pageFormats = ['terminal', 'markdown', 'json'] as const

/** How a page of the library is printed. */
export type PageFormat = (typeof pageFormats)[number]

export interface PageOptions {
  format?: PageFormat
  output: string
  folder?: string
}

/** The options that every command has that prints a page of the library. */
export function withPageOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '-f, --format <format>',
        'how it is printed; by default as the name of the output says, else for the terminal',
      ).choices(pageFormats),
    )
    .option('-o, --output <file>', 'the file to write; - is standard output', '-')
    .option('--folder <dir>', 'another library than the one that comes with the program')
}

/** The format that was asked for, or that the output's name says, or the terminal's. */
export function pageFormatOf({ format, output }: PageOptions): PageFormat {
  return format ?? outputFormat(output, pageFormats, 'terminal')
}
