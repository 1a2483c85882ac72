import { SectionType } from 'docx'
import { guardLines, leftTypographyNote, typographyCount } from '../../compare/report.ts'
import type { Comparison, TextIdentity } from '../../compare/types.ts'
import { grouped } from '../../in-words.ts'
import { pack } from '../package/pack.ts'
import { type Paper, page, textWidth } from '../page.ts'
import type { Look } from '../reference/look.ts'
import { footer, header } from '../running.ts'
import { agreementStyles } from '../style/agreement-styles.ts'
import { baseStyles } from '../style/base-styles.ts'
import { comparisonHeadings, comparisonStyles } from '../style/comparison-styles.ts'
import { type RevisionAuthor, revisionMarks } from '../tracked/revisions.ts'
import { frontMatter } from './front-matter.ts'
import { withLeftTypography } from './left-typography.ts'
import { trackedBody } from './tracked-body.ts'

/** Where the pages stand that say what was compared and what changed: before the text, behind it, without it, or nowhere. */
export type Cover = 'first' | 'last' | 'alone' | 'none'

export interface ComparisonFileOptions extends RevisionAuthor {
  /** A4 unless said otherwise. */
  paper?: Paper
  /** What a reader must know first, each one or two sentences; the comparison's own unless given. */
  notes?: readonly string[]
  /** Whether differences of typography alone are tracked; where not, the left text's signs stand. */
  typography?: boolean
  /** Where its cover stands; first unless said otherwise. */
  cover?: Cover
  /** Whether it goes to the other side, and says nothing of us. */
  outbound?: boolean
  /** Whether Word lets whoever opens it make tracked changes alone. */
  protect?: boolean
  /** How it looks, where a firm says so. */
  look?: Look
}

/** What goes to the other side before anything is signed. */
const UNSETTLED = 'Subject to contract'

/**
 * A comparison as a Word redline: a cover, and the left text with real tracked changes. Accepting all changes gives
 * the right text and rejecting all the left one, to the letter, in the paragraphs whose style is named `Agreement …`.
 * What differs in its typography alone is by an author of its own, `NAME (typography)`, so that a reader can hide it.
 *
 * @returns the bytes of a .docx file, the same for the same input
 * @example
 * ```ts
 * await writeFile('redline.docx', await comparisonToDocx(comparison, { author: 'A. Counsel', date: '2025-01-31' }))
 * ```
 */
export async function comparisonToDocx(
  comparison: Comparison,
  {
    author,
    date,
    paper = 'A4',
    notes = comparison.notes,
    typography = true,
    outbound = false,
    protect = false,
    cover = 'first',
    look,
  }: ComparisonFileOptions,
): Promise<Uint8Array> {
  const { left, right } = comparison
  const running = {
    headers: {
      default: header(
        `${left.id} against ${right.id}`,
        outbound ? UNSETTLED : 'Legal information, not advice',
      ),
    },
    footers: { default: footer(`${author}, ${date.slice(0, 10)}`) },
  }
  const language = 'en-US'
  const tracked = typography ? comparison : withLeftTypography(comparison)
  const sheet = look?.sheet ?? paper
  const width = textWidth(sheet)
  const base = baseStyles(language, width)
  const sections = [
    ...(cover === 'none'
      ? []
      : [
          frontMatter(
            comparison,
            width,
            [...guardLines(comparison), ...notes, ...typographyNote(comparison, typography)],
            { outbound, cover },
          ),
        ]),
    ...(cover === 'alone' ? [] : [trackedBody(tracked.pairs, width, revisionMarks({ author, date }))]),
  ]
  return pack(
    {
      styles: {
        ...base,
        default: { ...base.default, ...comparisonHeadings },
        paragraphStyles: [...base.paragraphStyles!, ...agreementStyles, ...comparisonStyles],
      },
      sections: (cover === 'last' ? sections.reverse() : sections).map((children, at) => ({
        ...running,
        properties: { page: page(sheet), ...(at > 0 && { type: SectionType.NEXT_PAGE }) },
        children,
      })),
    },
    {
      title: `Comparison of ${nameOf(left)} against ${nameOf(right)}`,
      subject: 'Tracked changes from the left text to the right text',
      author,
      date,
      language,
      ...(outbound && { status: UNSETTLED }),
      tracking: protect ? 'protected' : 'on',
      ...(outbound ? {} : { custom: { 'Left SHA-256': left.sha256, 'Right SHA-256': right.sha256 } }),
    },
    look,
  )
}

function typographyNote({ pairs }: Comparison, typography: boolean): string[] {
  const count = typographyCount(pairs)
  if (count === 0) return []
  const places = count === 1 ? 'One place differs' : `${grouped(count)} places differ`
  return typography
    ? [
        `${places} in quotation marks, hyphens or spaces alone. They are tracked under an author of their own, “… (typography)”, whose changes Word can hide or accept at once.`,
      ]
    : [leftTypographyNote(count)]
}

function nameOf({ title, id }: TextIdentity): string {
  return title || id
}
