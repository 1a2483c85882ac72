import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { forgetUnfinished, rememberUnfinished } from '../../unfinished.ts'
import { htmlEnd, htmlRow, htmlStart } from './summary-html.ts'
import type { RowResult } from './types.ts'

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
]

/** `summary.csv` and `summary.html`, written row by row as the drafts are done. */
export class Summary {
  private readonly files: { name: string; part: string; stream: WriteStream }[]
  private readonly folder: string

  constructor(folder: string, document: string) {
    this.folder = folder
    this.files = ['summary.csv', 'summary.html'].map((name) => {
      const part = join(folder, `.${name}.part`)
      rememberUnfinished(part)
      return { name, part, stream: createWriteStream(part) }
    })
    // A spreadsheet takes a file without the mark for Windows-1252.
    this.write(`\uFEFF${csvLine(columns)}`, htmlStart(document))
  }

  add(result: RowResult): void {
    this.write(csvLine(cellsOf(result)), htmlRow(result))
  }

  async close(counts: Record<RowResult['state'], number>): Promise<void> {
    this.write('', htmlEnd(counts))
    for (const { name, part, stream } of this.files) {
      await new Promise<void>((done, fail) => {
        stream.once('error', fail)
        stream.end(done)
      })
      await rename(part, join(this.folder, name))
      forgetUnfinished(part)
    }
  }

  /** Takes back what is written, when the batch itself cannot go on. */
  async discard(): Promise<void> {
    for (const { part, stream } of this.files) {
      stream.destroy()
      await rm(part, { force: true })
    }
  }

  private write(csv: string, html: string): void {
    this.files[0]!.stream.write(csv)
    this.files[1]!.stream.write(html)
  }
}

/** A value that a spreadsheet would take for a formula is kept from being one. */
function csvLine(cells: string[]): string {
  return stringify([cells], { escape_formulas: true, record_delimiter: '\r\n' })
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
  ]
}
