import type { Command } from 'commander'
import { type PageFormat, pageFormats } from '../../formats.ts'
import type { HouseOptions } from '../house.ts'
import { formatOption, outputFormat } from '../output-format.ts'

export interface PageOptions extends HouseOptions {
  format?: PageFormat
  output: string
  folder?: string
}

/** The options that every command has that prints a page of the library. */
export function withPageOptions(command: Command): Command {
  return command
    .addOption(formatOption(pageFormats, 'terminal'))
    .option('-o, --output <file>', 'the file to write; - is standard output', '-')
    .option('--folder <dir>', 'another library than the one that comes with the program')
}

/** The format that was asked for, or that the output's name says, or the terminal's. */
export function pageFormatOf({ format, output }: PageOptions): PageFormat {
  return format ?? outputFormat(output, pageFormats, 'terminal')
}
