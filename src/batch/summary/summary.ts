import { join } from 'node:path'
import { csvLine } from '../../csv-line.ts'
import { openPart, type Part, unwritable } from '../../files/index.ts'
import type { RowResult } from '../types.ts'
import { htmlEnd, htmlRow, htmlStart } from './html.ts'

const columns = [
  'row',
  'vendor',
  'product',
  'kind',
  'file',
  'state',
  'risk',
  'open findings',
  'clauses in',
  'clauses out',
  'blanks',
  'problem',
  'notes',
]

/** `summary.csv` and `summary.html`, written row by row as the drafts are done. */
export class Summary {
  private readonly folder: string
  private readonly csv: Part
  private readonly html: Part

  private constructor(folder: string, csv: Part, html: Part) {
    this.folder = folder
    this.csv = csv
    this.html = html
  }

  /** @throws Problem where the folder cannot be written to */
  static async open(folder: string, document: string): Promise<Summary> {
    try {
      const summary = new Summary(folder, await openPart(folder, 0o666), await openPart(folder, 0o666))
      // A spreadsheet takes a file without the mark for Windows-1252.
      await summary.write(`\uFEFF${csvLine(columns)}`, htmlStart(document))
      return summary
    } catch (error) {
      throw unwritable(folder, error)
    }
  }

  /** @throws Problem where the disk is full */
  async add(result: RowResult): Promise<void> {
    await this.write(csvLine(cellsOf(result)), htmlRow(result))
  }

  /** Gives both files their names. */
  async close(counts: Record<RowResult['state'], number>): Promise<void> {
    await this.write('', htmlEnd(counts))
    await this.csv.finish(join(this.folder, 'summary.csv'))
    await this.html.finish(join(this.folder, 'summary.html'))
  }

  /** Takes back what is written, when the batch itself cannot go on. */
  async discard(): Promise<void> {
    await this.csv.discard()
    await this.html.discard()
  }

  private async write(csv: string, html: string): Promise<void> {
    try {
      await this.csv.write(csv)
      await this.html.write(html)
    } catch (error) {
      throw unwritable(join(this.folder, 'summary.csv'), error)
    }
  }
}

function cellsOf({ place, vendor, product, kind, file, state, outcome, problem }: RowResult): string[] {
  return [
    place,
    vendor,
    product,
    kind,
    state === 'failed' ? '' : file,
    state,
    outcome?.risk ?? '',
    outcome ? String(outcome.open) : '',
    outcome?.clausesIn.join('; ') ?? '',
    outcome?.clausesOut.join('; ') ?? '',
    outcome?.blanks.join('; ') ?? '',
    problem ?? '',
    outcome?.notes.join(' ') ?? '',
  ]
}
