import { Option } from 'commander'
import { Problem } from '../../problem.ts'
import { isPdf, type PrintedPages } from '../output.ts'

/** `--pages`: which pages of a redline are printed. */
export function pagesOption(): Option {
  return new Option(
    '--pages <which>',
    'of a redline for a name that ends in .pdf: all pages, or those with a tracked change alone',
  ).choices(['all', 'changed'])
}

/** @throws Problem where pages are chosen and nothing is printed */
export function requirePrint(output: string, pages: PrintedPages | undefined): void {
  if (pages !== undefined && !isPdf(output))
    throw new Problem('usage', '--pages is for a print: name one with --output FILE.pdf, or leave it out')
}
