import type { Root } from 'mdast'
import type { PageFormat } from '../../formats.ts'
import { pageToMarkdown } from '../../library/page.ts'
import { writeOutput } from '../output.ts'
import { pageToTerminal } from '../terminal/page.ts'
import { terminalOf } from '../terminal.ts'
import { type PageOptions, pageFormatOf } from './options.ts'

/** Who writes a page, by format: from the page, or as JSON from the data that it was made of. */
const writers: Record<PageFormat, (page: Root, data: unknown, output: string) => string> = {
  json: (_, data) => `${JSON.stringify(data, null, 2)}\n`,
  markdown: pageToMarkdown,
  terminal: (page, _, output) => pageToTerminal(page, terminalOf(output)),
}

/** Writes a page as it was asked for. */
export async function printPage(page: Root, data: unknown, options: PageOptions): Promise<void> {
  await writeOutput(options.output, writers[pageFormatOf(options)](page, data, options.output))
}
