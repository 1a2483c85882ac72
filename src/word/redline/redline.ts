import { Paragraph, TextRun } from 'docx'
import type { Redline } from '../../redline/types.ts'
import { pack } from '../package/pack.ts'
import { timestamp } from '../package/properties.ts'
import { xmlText } from '../package/xml-text.ts'
import { type Paper, page, textWidth } from '../page.ts'
import type { Look } from '../reference/look.ts'
import { footer, header } from '../running.ts'
import { agreementStyles } from '../style/agreement-styles.ts'
import { baseStyles } from '../style/base-styles.ts'
import { comparisonHeadings, comparisonStyles } from '../style/comparison-styles.ts'
import { closing, withLastEnd } from '../tracked/closing.ts'
import { trackedParagraphs } from '../tracked/paragraphs.ts'
import { type RevisionAuthor, revisionMarks } from '../tracked/revisions.ts'
import { markedClauses } from './marked-clauses.ts'
import { realNumbers } from './real-numbers.ts'

/** A remark on a position, for the margin. */
export interface RedlineComment {
  /** Id of the position. */
  position: string
  /** Paragraphs of plain text. */
  text: string[]
}

export interface RedlineFileOptions extends RevisionAuthor {
  /** At most one for each position: it stands at its first change, and each further one refers to it. */
  comments?: readonly RedlineComment[]
  /** A4 unless said otherwise. */
  paper?: Paper
  /** Printed in the header: `Privileged and confidential`. */
  marking?: string
  /** What it bears on its way to the other side, `Subject to contract`; without it, it is a draft for counsel. */
  status?: string
  /** Whether Word lets whoever opens it make tracked changes alone. */
  protect?: boolean
  /** How it looks, where a firm says so. */
  look?: Look
}

/** What stands at each further edit of a position. */
const AGAIN = 'Part of the same proposal; the reason stands at its first change.'

/**
 * A license with a matter's edits as real tracked changes, each position explained in a comment. Accepting all
 * changes gives the agreement with the edits, rejecting all the agreement as published.
 *
 * @returns the bytes of a .docx file, the same for the same input
 */
export async function redlineToDocx(
  redline: Redline,
  { author, date, comments = [], paper = 'A4', marking, status, protect = false, look }: RedlineFileOptions,
): Promise<Uint8Array> {
  const language = 'en-US'
  const sheet = look?.sheet ?? paper
  const base = baseStyles(language, textWidth(sheet))
  const title = redline.before.title || 'Agreement'
  const { numbers, config } = realNumbers(redline.clauses)
  const paragraphs = withLastEnd(markedClauses(redline.clauses, numbers))
  const placed: string[][] = []
  const told = new Set<string>()
  const body = trackedParagraphs(paragraphs, revisionMarks({ author, date }), (remark) => {
    const comment = comments.find(({ position }) => position === remark)
    if (comment === undefined) return undefined
    placed.push(told.has(remark) ? [...comment.text.slice(0, 1), AGAIN] : comment.text)
    told.add(remark)
    return placed.length - 1
  })
  return pack(
    {
      styles: {
        ...base,
        default: { ...base.default, ...comparisonHeadings },
        paragraphStyles: [...base.paragraphStyles!, ...agreementStyles, ...comparisonStyles],
      },
      numbering: { config },
      comments: {
        children: placed.map((text, id) => ({
          id,
          author: xmlText(author),
          initials: initialsOf(author),
          date: new Date(timestamp(date)),
          children: text.map(
            (words) => new Paragraph({ style: 'CommentText', children: [new TextRun(xmlText(words))] }),
          ),
        })),
      },
      sections: [
        {
          properties: { page: page(sheet) },
          headers: {
            default: header(
              `${title}: proposed changes`,
              [marking, status ?? 'Draft for review by counsel']
                .filter((words) => words !== undefined)
                .join(' · '),
            ),
          },
          footers: { default: footer(`${author}, ${date.slice(0, 10)}`) },
          children: [...body, ...closing(paragraphs.at(-1))],
        },
      ],
    },
    {
      title: `${title}: proposed changes`,
      author,
      date,
      language,
      status: status ?? 'Draft',
      tracking: protect ? 'protected' : 'on',
    },
    look,
  )
}

function initialsOf(author: string): string {
  return xmlText(
    author
      .split(/\s+/)
      .map((word) => word.slice(0, 1))
      .join(''),
  )
}
