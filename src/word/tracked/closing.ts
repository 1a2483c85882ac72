import { Paragraph } from 'docx'
import type { TrackedParagraph } from './types.ts'

/**
 * The last end of a paragraph in a file can neither be inserted nor deleted (ECMA-376 part 1, 17.13.5.20). Where the
 * last paragraphs come or go, the end before them does instead, as Word itself writes it: the file's last end is then
 * that of the paragraph before, whose style it takes back.
 *
 * @param paragraphs the last of a file
 */
export function withLastEnd(paragraphs: readonly TrackedParagraph[]): TrackedParagraph[] {
  const last = paragraphs.at(-1)
  if (last === undefined || last.mark === 'equal') return [...paragraphs]
  const first = paragraphs.findLastIndex(({ mark }) => mark !== last.mark) + 1
  const before = paragraphs[first - 1]
  if (before?.mark !== 'equal') return [...paragraphs]
  const [then, now] = [before.styleBefore ?? before.style, last.style]
  const looks = last.mark === 'insert' ? { style: now, was: then } : { style: before.style, was: now }
  const { styleBefore: _, ...rest } = last
  return [
    ...paragraphs.slice(0, first - 1),
    { ...before, mark: last.mark },
    ...paragraphs.slice(first, -1),
    {
      ...rest,
      style: looks.style,
      ...(looks.was === looks.style ? {} : { styleBefore: looks.was }),
      mark: 'equal',
    },
  ]
}

/** An empty paragraph behind a table, or behind paragraphs none of which stays. */
export function closing(last: TrackedParagraph | undefined): Paragraph[] {
  return last?.mark === 'equal' ? [] : [new Paragraph({ style: 'ComparisonEnd' })]
}
