import type { IStylesOptions } from 'docx'
import { HEADING_WORDS } from './agreement-styles.ts'

/** Serif face of every document: on every machine, or with a stand-in of the same widths. */
export const SERIF = 'Times New Roman'

/**
 * What every document shares: type, language, headers and footers, tables. All look is in named styles.
 *
 * @param language BCP 47
 * @param width between the margins (twips)
 */
export function baseStyles(language: string, width: number): IStylesOptions {
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
        paragraph: { spacing: { line: 240 }, rightTabStop: width },
      },
      {
        id: 'Footer',
        name: 'footer',
        basedOn: 'Normal',
        run: { size: 17, color: '404040' },
        paragraph: { spacing: { line: 240 }, rightTabStop: width },
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
