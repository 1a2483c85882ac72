import type { Root } from 'mdast'
import { pageToMarkdown } from '../../library/page.ts'
import { writeOutput } from '../output.ts'
import { pageToTerminal } from '../terminal/page.ts'
import { terminalOf } from '../terminal.ts'
import { type PageOptions, pageFormatOf } from './options.ts'

/** Writes a page as it was asked for; as JSON, the data that it was made of. */
export async function printPage(page: Root, data: unknown, options: PageOptions): Promise<void> {
  const { output } = options
  const format = pageFormatOf(options)
  if (format === 'json') return writeOutput(output, `${JSON.stringify(data, null, 2)}\n`)
  await writeOutput(
    output,
    format === 'markdown' ? pageToMarkdown(page) : pageToTerminal(page, terminalOf(output)),
  )
}
