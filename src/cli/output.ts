import { fstatSync } from 'node:fs'
import { unwritable, writeTo, writeWhole } from '../files/index.ts'
import { Problem } from '../problem.ts'
import { today } from '../today.ts'
import { visible } from '../visible.ts'

export { requireFolder, requireWritable } from '../files/index.ts'

/**
 * Writes a command's result: to standard output for `-`, else to the file, which appears whole or not at all. A Word file for
 * a name that ends in `.pdf` is printed first.
 *
 * @param target path of the file, or `-`
 * @param content text (written as UTF-8) or bytes
 * @param pages which pages are printed, where it is: all, or those with a tracked change
 * @throws Problem where it cannot be written: the folder is missing, it is a folder, the disk is full …
 * @example
 * await writeOutput(options.output ?? '-', markdown)
 */
export async function writeOutput(
  target: string,
  content: string | Uint8Array,
  pages: PrintedPages = 'all',
): Promise<void> {
  if (target === '-') return print(content)
  await writeWhole(
    target,
    isPdf(target) && typeof content !== 'string' ? await printed(content, pages) : content,
  )
}

/** Which pages of a redline are printed. */
export type PrintedPages = 'all' | 'changed'

/** Whether a result goes into a PDF. */
export function isPdf(target: string): boolean {
  return /\.pdf$/i.test(target)
}

async function printed(word: Uint8Array, pages: PrintedPages): Promise<Uint8Array> {
  if (pages === 'changed') return (await import('./word/changed-pages.ts')).printChangedPages(word)
  const { wordToPdf } = await import('../texts/print.ts')
  return wordToPdf(word, today())
}

/**
 * Writes lines for a person to standard output.
 *
 * @param lines words that may come from anywhere: names of files, keys, facts
 */
export function tell(lines: string): Promise<void> {
  return print(visible(lines))
}

/** Colours and strokes as our own reports set them (picocolors), none of which hides words: 8 would, and is shown. */
const styles = /(\u001b\[(?:[0-479]|2[23479]|[349]\d)m)/

/** What is made for a file may hold anything, and on a terminal all of it is shown. */
function forTerminal(content: string): string {
  return content
    .split(styles)
    .map((part, at) => (at % 2 === 0 ? visible(part) : part))
    .join('')
}

function print(content: string | Uint8Array): Promise<void> {
  const shown = typeof content === 'string' && process.stdout.isTTY ? forTerminal(content) : content
  // Node takes a part of the words for all of them where a file has no room for more.
  if (isFile(process.stdout.fd)) {
    return writeTo(process.stdout.fd, shown).catch((error: unknown) => {
      throw unwritable('standard output', error)
    })
  }
  return new Promise((done, fail) => {
    process.stdout.write(shown, (error) => {
      // A closed pipe is for main.ts, which ends quietly.
      if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE')
        fail(unwritable('standard output', error))
      else done()
    })
  })
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile()
  } catch {
    // It is closed: writing says so.
    return false
  }
}

/**
 * A Word file on the screen helps nobody, and may confuse the terminal.
 *
 * @throws Problem where one would be written there
 */
export function refuseBytesOnTerminal(format: string, output: string): void {
  if (format !== 'docx' || output !== '-' || !process.stdout.isTTY) return
  throw new Problem('output', 'a Word file is not for the terminal: name one with --output FILE.docx')
}
