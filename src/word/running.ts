import { Footer, Header, PageNumber, Paragraph, Tab, TextRun } from 'docx'
import { xmlText } from './package/xml-text.ts'

/** A header with words at the left and at the right. */
export function header(left: string, right = ''): Header {
  return new Header({
    children: [new Paragraph({ style: 'Header', children: [ends(left, right)] })],
  })
}

/** A footer with words at the left, and `Page X of Y` at the right. */
export function footer(left: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [
          ends(left, 'Page '),
          new TextRun({ children: [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })
}

function ends(left: string, right: string): TextRun {
  return new TextRun({ children: [xmlText(left), new Tab(), xmlText(right)] })
}
