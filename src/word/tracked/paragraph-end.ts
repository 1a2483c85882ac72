import type { TrackedParagraph } from './types.ts'

/**
 * A paragraph that changes its style, ends in inserted words and stands before an inserted paragraph: LibreOffice 7.4
 * takes all of that for one insertion and, on rejecting, the paragraph's end with it. So its last deleted words go
 * behind the inserted ones, which reads the same either way; where there are none, it does without the change of its
 * style, since words matter more than look.
 */
export function withSafeEnd(
  paragraph: TrackedParagraph,
  next: TrackedParagraph | undefined,
): TrackedParagraph {
  const { runs, mark, styleBefore, ...rest } = paragraph
  if (styleBefore === undefined && mark === 'equal' && next?.mark === 'insert')
    return { ...paragraph, runs: withoutInsertedEnd(runs) }
  const atRisk = styleBefore !== undefined && mark === 'equal' && next?.mark === 'insert'
  if (!atRisk || runs.at(-1)?.op !== 'insert') return paragraph
  const insertedFrom = runs.findLastIndex(({ op }) => op !== 'insert') + 1
  const deletedFrom = runs.slice(0, insertedFrom).findLastIndex(({ op }) => op !== 'delete') + 1
  if (deletedFrom === insertedFrom) return { ...rest, runs, mark }
  return {
    ...paragraph,
    runs: [
      ...runs.slice(0, deletedFrom),
      ...runs.slice(insertedFrom),
      ...runs.slice(deletedFrom, insertedFrom),
    ],
  }
}

/**
 * Where the style stays, an inserted sentence at the end takes the paragraph's end with it all the same if only inserted
 * paragraphs follow. `Words.` and an inserted ` More.` read the same as `Words`, an inserted `. More` and `.`: then the last sign is
 * nobody's.
 */
function withoutInsertedEnd(runs: TrackedParagraph['runs']): TrackedParagraph['runs'] {
  const [before, last] = runs.slice(-2)
  if (last?.op !== 'insert' || before?.op !== 'equal' || before.text.length < 2) return runs
  const sign = last.text.at(-1)
  if (sign === undefined || before.text.at(-1) !== sign) return runs
  return [
    ...runs.slice(0, -2),
    { ...before, text: before.text.slice(0, -1) },
    { ...last, text: `${sign}${last.text.slice(0, -1)}` },
    { ...before, text: sign },
  ]
}
