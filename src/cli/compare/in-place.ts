import { setFlagsFromString } from 'node:v8'
import { compareWord, type WordRedline } from '../../markup/index.ts'
import { Problem } from '../../problem.ts'
import { isPdf, requireWritable, writeOutput } from '../output.ts'
import { say } from '../say.ts'
import { aboutFile, isWordFile, readWordFile } from '../word/files.ts'
import type { CompareOptions, Format } from './options.ts'

/**
 * Whether two files are compared in the right one's own look: both are Word files, and a whole redline of them is asked
 * for.
 */
export function isInPlace(left: string, right: string, format: Format, options: CompareOptions): boolean {
  if (format !== 'docx' || !isWordFile(left) || !isWordFile(right) || options.rebuilt === true) return false
  const { topic, group, changed, text, typography } = options
  return (
    topic === undefined && group === undefined && !changed && text === undefined && typography === undefined
  )
}

/**
 * Writes the right file with the differences as tracked changes, and its receipt.
 *
 * @throws Problem where a file cannot be read, where the redline does not give both sides back, or where it cannot be
 *   written
 */
export async function redlineInPlace(left: string, right: string, options: CompareOptions): Promise<void> {
  const { output, receipt, author, view, exitCode = false } = options
  if (receipt !== undefined && isPdf(output))
    throw new Problem(
      'receipt',
      'a receipt proves a Word redline, not a print of it: name a .docx with --output',
    )
  if (receipt !== undefined) await requireWritable(receipt, [left, right, output])
  // Before it collects, Node lets the heap grow to four times what is in use: twice the memory for a tenth of the time.
  setFlagsFromString('--heap-growing-percent=50')
  const [ours, theirs] = await Promise.all([readWordFile(left), readWordFile(right)])
  const redline = aboutFile(right, () =>
    compareWord(ours, theirs, {
      author,
      date: momentOf(options.date),
      leftView: options.leftView ?? view,
      leaves: {
        protect: options.protect ?? false,
        ...(options.forCounterparty && { cleanFor: author, commentsOf: options.keepComments ?? [] }),
      },
      rightView: options.rightView ?? view,
      fieldResults: options.fieldResults,
      moves: options.moves,
      ...(options.formatting && { formatting: true }),
      opening: (side, open) => aboutFile(side === 'left' ? left : right, open),
    }),
  )
  await writeOutput(output, redline.bytes, options.pages)
  if (receipt !== undefined) await writeOutput(receipt, `${JSON.stringify(redline.receipt, undefined, 2)}\n`)
  sayWhat(redline, options)
  if (exitCode && (hasChanges(redline) || redline.notCompared.length > 0)) process.exitCode = 1
}

function sayWhat({ counts, notCompared, earlier, comments }: WordRedline, options: CompareOptions): void {
  const { view } = options
  if (!hasChanges({ counts })) say('clausebook: the two files say the same')
  for (const { side, author, changes } of earlier) {
    const state = side === 'left' ? (options.leftView ?? view) : (options.rightView ?? view)
    const taken = state === 'accepted' ? 'accepted' : 'rejected'
    say(
      `clausebook: the ${side} file has ${changes} tracked ${changes === 1 ? 'change' : 'changes'} of ${author || 'nobody'}, taken as ${taken}`,
    )
  }
  for (const { author, count } of comments?.kept ?? [])
    say(`clausebook: kept: ${commentsWords(count)} of ${author || 'nobody'}`)
  for (const { author, count } of comments?.removed ?? [])
    say(
      `clausebook: removed, since the left file does not have them: ${commentsWords(count)} of ${author || 'nobody'} (--keep-comments NAME sends them along)`,
    )
  for (const line of notCompared) say(`clausebook: not compared: ${line}`)
}

function commentsWords(count: number): string {
  return `${count} ${count === 1 ? 'comment' : 'comments'}`
}

function hasChanges({ counts }: Pick<WordRedline, 'counts'>): boolean {
  return Object.values(counts).some((count) => count > 0)
}

/** A day as the moment at which Word shows it. */
function momentOf(date: string | undefined): string {
  const day = date ?? new Date().toISOString().slice(0, 10)
  return day.includes('T') ? day : `${day}T00:00:00Z`
}
