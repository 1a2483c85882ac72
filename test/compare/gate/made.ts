import { gate } from '../../../src/compare/gate.ts'
import { openFile } from '../../../src/texts/index.ts'
import { type WordFileOptions, wordFile } from '../../ooxml/word-file.ts'

/** A run with properties of its own. */
export const run = (words: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`

/** A paragraph of runs and markup, with properties of its own. */
export const paragraph = (runs: readonly string[], properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs.map((one) => (one.startsWith('<') ? one : run(one))).join('')}</w:p>`

/** A table of rows of cells. */
export const table = (rows: readonly (readonly string[])[], properties = '', ofRow = '', ofCell = '') =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows
    .map(
      (cells) =>
        `<w:tr>${ofRow && `<w:trPr>${ofRow}</w:trPr>`}${cells
          .map((cell) => `<w:tc>${ofCell && `<w:tcPr>${ofCell}</w:tcPr>`}${paragraph([cell])}</w:tc>`)
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`

/** What the gate says of one Word file that is to be signed in place of another. */
export async function judged(agreed: WordFileOptions, toSign: WordFileOptions) {
  const side = async (id: string, file: WordFileOptions) => ({
    id,
    document: await openFile(id, wordFile(file)),
  })
  return gate(await side('agreed.docx', agreed), await side('to-sign.docx', toSign))
}
