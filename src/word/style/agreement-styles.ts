import type { IStylesOptions } from 'docx'
import type { ClauseKind } from '../../agreement/index.ts'

/** Character style of the heading with which a clause starts. */
export const HEADING_WORDS = 'AgreementHeadingWords'

/** Style of the words in a cell of a table. */
export const AGREEMENT_CELL = 'AgreementCell'

/** Every paragraph of the agreement itself has a style whose id starts so; what we add around it has another. */
export const AGREEMENT_STYLE = /^Agreement/

/** Deepest level with a style of its own; deeper clauses share it. */
const DEEPEST = 6

/** Indent of one level (twips). */
const STEP = 567

/** Id of the style of a clause's paragraph. */
export function agreementStyle({
  kind,
  label,
  depth,
}: {
  kind: ClauseKind
  label: string
  depth: number
}): string {
  if (kind === 'title') return 'AgreementTitle'
  if (kind === 'heading') return 'AgreementHeading'
  const level = Math.min(depth + 1, DEEPEST)
  return label === '' ? `AgreementBody${level}` : `AgreementLevel${level}`
}

/** The indent of a numbered clause, by its depth counted from 0. */
export function levelIndent(depth: number): { left: number; hanging: number } {
  return { left: STEP * Math.min(depth + 1, DEEPEST), hanging: STEP }
}

const levels = Array.from({ length: DEEPEST }, (_, at) => at + 1)

/** Paragraph styles of a published agreement: printed numbers hang in front of the words, a step in for each level. */
export const agreementStyles: NonNullable<IStylesOptions['paragraphStyles']> = [
  {
    id: 'AgreementTitle',
    name: 'Agreement Title',
    basedOn: 'Normal',
    next: 'AgreementBody1',
    quickFormat: true,
    run: { bold: true, size: 28 },
    paragraph: { alignment: 'center', keepNext: true, spacing: { before: 120, after: 240 }, outlineLevel: 0 },
  },
  {
    id: 'AgreementHeading',
    name: 'Agreement Heading',
    basedOn: 'Normal',
    next: 'AgreementBody1',
    quickFormat: true,
    run: { bold: true },
    paragraph: { keepNext: true, spacing: { before: 240, after: 120 }, outlineLevel: 0 },
  },
  {
    id: AGREEMENT_CELL,
    name: 'Agreement Cell',
    basedOn: 'Normal',
    run: { size: 20 },
    paragraph: { alignment: 'left', spacing: { before: 40, after: 40 } },
  },
  ...levels.map((level) => ({
    id: `AgreementLevel${level}`,
    name: `Agreement Level ${level}`,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      alignment: 'left' as const,
      indent: levelIndent(level - 1),
      leftTabStop: STEP * level,
      spacing: { before: level === 1 ? 120 : 0, after: 120 },
      outlineLevel: level - 1,
    },
  })),
  ...levels.map((level) => ({
    id: `AgreementBody${level}`,
    name: `Agreement Body ${level}`,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      alignment: 'left' as const,
      ...(level === 1 ? {} : { indent: { left: STEP * (level - 1) } }),
      spacing: { after: 120 },
    },
  })),
]
