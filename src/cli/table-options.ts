import { Option } from 'commander'
import { columnMap } from '../matter/table.ts'
import type { ImportOptions } from '../register/index.ts'
import { wholeNumber } from './whole-number.ts'

/** How a table is read that is not as ours are. */
export interface TableCommandOptions {
  sheet?: string
  locale?: string
  header?: number
  column?: string[]
}

/** The options by which commands are told how a table is read. */
export function tableOptions(before = ''): Option[] {
  return [
    new Option('--sheet <name>', `${before}which sheet of a workbook (default: the first that is shown)`),
    new Option('--locale <tag>', `${before}how the table writes days and numbers, such as de-DE or en-US`),
    new Option(
      '--header <row>',
      `${before}the row of the table in which its header stands (default: the first)`,
    ).argParser(wholeNumber),
    new Option(
      '--column <is>',
      `${before}what a column is, as "Supplier=vendor.name"; = # keeps it as a remark, = - leaves it out; may be repeated`,
    ).argParser((one: string, before: string[] | undefined) => [...(before ?? []), one]),
  ]
}

/** How a table is read, as the options say it. */
export function tableOf({
  sheet,
  locale,
  header,
  column,
}: { [Option in keyof TableCommandOptions]: TableCommandOptions[Option] | undefined }): Pick<
  ImportOptions,
  'sheet' | 'locale' | 'header' | 'columns'
> {
  return {
    ...(sheet !== undefined && { sheet }),
    ...(locale !== undefined && { locale }),
    ...(header !== undefined && { header }),
    ...(column !== undefined && { columns: columnMap(column) }),
  }
}
