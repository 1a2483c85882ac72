import type { IStylesOptions } from 'docx'
import { HEADING_WORDS } from './agreement-styles.ts'

/** Serif face of every document: on every machine, or with a stand-in of the same widths. */
export const SERIF = 'Times New Roman'

/** What every document shares: type, language, headers and footers, tables. All look is in named styles. */
export function baseStyles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: SERIF, size: 22, language: { value: language, eastAsia: language } },
        paragraph: { spacing: { line: 264, lineRule: 'auto' } },
      },
    },
    paragraphStyles: [
      {
        id: 'Header',
        name: 'header',
        basedOn: 'Normal',
        run: { size: 17, color: '404040' },
        paragraph: { spacing: { line: 240 }, rightTabStop: 9026 },
      },
      {
        id: 'Footer',
        name: 'footer',
        basedOn: 'Normal',
        run: { size: 17, color: '404040' },
        paragraph: { spacing: { line: 240 }, rightTabStop: 9026 },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 19 },
        paragraph: { spacing: { before: 50, after: 50, line: 240 } },
      },
      {
        id: 'TableHead',
        name: 'Table Head',
        basedOn: 'TableText',
        quickFormat: true,
        run: { bold: true },
        paragraph: { keepNext: true },
      },
    ],
    characterStyles: [
      {
        id: HEADING_WORDS,
        name: 'Agreement Heading Words',
        quickFormat: true,
        run: { bold: true },
      },
    ],
  }
}
