import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  InsertedTextRun,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { xmlText } from '../package/xml-text.ts'
import { HEADING_WORDS } from '../style/agreement-styles.ts'
import { withSafeEnd } from './paragraph-end.ts'
import type { NextMark } from './revisions.ts'
import type { TrackedParagraph, TrackedRun } from './types.ts'

/**
 * Word paragraphs with real tracked changes: `w:ins` and `w:del` around the words, and in the paragraph's own run
 * properties for its end (ECMA-376 part 1, 17.13.5.20 and 17.13.5.15).
 *
 * @param nextMark gives each change its attributes
 * @param commentOn gives the id of the comment on an edit, by its remark; it spans what the edit takes out and puts in
 */
export function trackedParagraphs(
  paragraphs: readonly TrackedParagraph[],
  nextMark: NextMark,
  commentOn: (remark: string) => number | undefined = () => undefined,
): Paragraph[] {
  return paragraphs.map((paragraph, at) => {
    const { style, styleBefore, number, runs, mark } = withSafeEnd(paragraph, paragraphs[at + 1])
    const children = editsIn(runs).flatMap((edit): ParagraphChild[] => {
      const remark = edit[0]?.remark
      const comment = remark === undefined ? undefined : commentOn(remark)
      const words = edit.flatMap((run) => trackedRuns(run, nextMark))
      if (comment === undefined) return words
      return [
        new CommentRangeStart(comment),
        ...words,
        new CommentRangeEnd(comment),
        new TextRun({ children: [new CommentReference(comment)] }),
      ]
    })
    return new Paragraph({
      style,
      children,
      ...(number === undefined ? {} : { numbering: number }),
      ...(styleBefore === undefined ? {} : { revision: { ...nextMark(), style: styleBefore } }),
      ...(mark === 'insert' ? { run: { insertion: nextMark() } } : {}),
      ...(mark === 'delete' ? { run: { deletion: nextMark() } } : {}),
    })
  })
}

/** Runs side by side that one remark explains: what goes, and what comes in its place. */
function editsIn(runs: readonly TrackedRun[]): TrackedRun[][] {
  const edits: TrackedRun[][] = []
  for (const run of runs) {
    const open = edits.at(-1)
    if (run.remark !== undefined && open?.[0]?.remark === run.remark) open.push(run)
    else edits.push([run])
  }
  return edits
}

/** The run, and a run more for each line that breaks in it (ECMA-376 part 1, 17.3.3.1). */
function trackedRuns({ op, text, heading, typography }: TrackedRun, nextMark: NextMark): ParagraphChild[] {
  return text.split('\n').map((line, at) => {
    const look = {
      text: xmlText(line),
      ...(at > 0 ? { break: 1 } : {}),
      ...(heading ? { style: HEADING_WORDS } : {}),
    }
    if (op === 'insert') return new InsertedTextRun({ ...look, ...nextMark(typography) })
    if (op === 'delete') return new DeletedTextRun({ ...look, ...nextMark(typography) })
    return new TextRun(look)
  })
}
