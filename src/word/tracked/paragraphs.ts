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
 * @param comments ids of the comments, by remark; a comment stands at the first change that carries its remark
 */
export function trackedParagraphs(
  paragraphs: readonly TrackedParagraph[],
  nextMark: NextMark,
  comments: ReadonlyMap<string, number> = new Map(),
): Paragraph[] {
  const placed = new Set<string>()
  return paragraphs.map((paragraph, at) => {
    const { style, styleBefore, runs, mark } = withSafeEnd(paragraph, paragraphs[at + 1])
    const children = runs.flatMap((run): ParagraphChild[] => {
      const comment =
        run.remark === undefined || placed.has(run.remark) ? undefined : comments.get(run.remark)
      if (comment === undefined) return trackedRuns(run, nextMark)
      placed.add(run.remark!)
      return [
        new CommentRangeStart(comment),
        ...trackedRuns(run, nextMark),
        new CommentRangeEnd(comment),
        new TextRun({ children: [new CommentReference(comment)] }),
      ]
    })
    return new Paragraph({
      style,
      children,
      ...(styleBefore === undefined ? {} : { revision: { ...nextMark(), style: styleBefore } }),
      ...(mark === 'insert' ? { run: { insertion: nextMark() } } : {}),
      ...(mark === 'delete' ? { run: { deletion: nextMark() } } : {}),
    })
  })
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
