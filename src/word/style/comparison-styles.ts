import type { IStylesOptions } from 'docx'

/** The built-in styles of what we print around a redlined agreement, by which Word and screen readers know a heading. */
export const comparisonHeadings: NonNullable<IStylesOptions['default']> = {
  title: { run: { bold: true, size: 36 }, paragraph: { spacing: { before: 0, after: 60 } } },
  heading1: {
    run: { bold: true, size: 24 },
    paragraph: { keepNext: true, spacing: { before: 300, after: 120 }, outlineLevel: 0 },
  },
}

/** The other styles of it: the cover and the line after the last clause. */
export const comparisonStyles: NonNullable<IStylesOptions['paragraphStyles']> = [
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'ComparisonText',
    run: { size: 24, color: '404040' },
    paragraph: { spacing: { after: 240 } },
  },
  {
    id: 'ComparisonText',
    name: 'Comparison Text',
    basedOn: 'Normal',
    paragraph: { spacing: { after: 120 } },
  },
  {
    id: 'ComparisonNote',
    name: 'Comparison Note',
    basedOn: 'ComparisonText',
    run: { size: 19, color: '404040' },
    paragraph: { spacing: { before: 240 } },
  },
  { id: 'CommentText', name: 'annotation text', basedOn: 'Normal', run: { size: 20 } },
  {
    id: 'ComparisonEnd',
    name: 'Comparison End',
    basedOn: 'Normal',
    run: { size: 2 },
    paragraph: { spacing: { before: 0, after: 0, line: 20 } },
  },
]
