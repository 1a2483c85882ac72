import { type IContext, type ITableOptions, type IXmlableObject, Table } from 'docx'
import { xmlText } from './package/xml-text.ts'

/** A table with the caption that a screen reader says (ECMA-376 part 1, 17.4.62), which `docx` has no option for. */
export class CaptionedTable extends Table {
  readonly #caption: string

  constructor(caption: string, options: ITableOptions) {
    super(options)
    this.#caption = xmlText(caption)
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const table = super.prepForXml(context)
    const children: unknown = table?.['w:tbl']
    if (!Array.isArray(children)) return table
    const properties: unknown = children.find((child) => 'w:tblPr' in child)?.['w:tblPr']
    if (!Array.isArray(properties)) return table
    // `docx` draws borders of its own, which would hide those of the style.
    const borders = properties.findIndex((child) => 'w:tblBorders' in child)
    if (borders >= 0) properties.splice(borders, 1)
    properties.push({ 'w:tblCaption': { _attr: { 'w:val': this.#caption } } })
    return table
  }
}
