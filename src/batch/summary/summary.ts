import { join } from 'node:path'
import { csvLine } from '../../csv-line.ts'
import { openPart, type Part, unwritable } from '../../files/index.ts'
import type { JoinedRow, RowResult } from '../types.ts'
import { htmlEnd, htmlJoined, htmlRow, htmlStart, joinedWords } from './html.ts'

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

  /** Names of the columns of whoever keeps the table. */
  private readonly own: readonly string[]

  private constructor(folder: string, own: readonly string[], csv: Part, html: Part) {
    this.folder = folder
    this.own = own
    this.csv = csv
    this.html = html
  }

  /**
   * @param own names of the table's own columns, which come behind ours
   * @throws Problem where the folder cannot be written to
   */
  static async open(folder: string, document: string, own: readonly string[] = []): Promise<Summary> {
    try {
      const summary = new Summary(folder, own, await openPart(folder, 0o666), await openPart(folder, 0o666))
      // A spreadsheet takes a file without the mark for Windows-1252.
      await summary.write(
        `\uFEFF${csvLine([...columns, ...own.map((name) => `#${name}`)])}`,
        htmlStart(document, own),
      )
      return summary
    } catch (error) {
      throw unwritable(folder, error)
    }
  }

  /** @throws Problem where the disk is full */
  async add(result: RowResult): Promise<void> {
    const wordsIn = (cells: RowResult['own']) =>
      this.own.map((name) => cells.find((cell) => cell.name === name)?.words ?? '')
    const own = wordsIn(result.own)
    await this.write(csvLine([...cellsOf(result), ...own]), htmlRow(result, own))
    for (const joined of result.with ?? []) {
      const cells = wordsIn(joined.own)
      await this.write(
        csvLine([...cellsOfJoined(result, joined), ...cells]),
        htmlJoined(result, joined, cells),
      )
    }
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

function cellsOf({ place, vendor, product, kind, file, state, told, outcome, problem }: RowResult): string[] {
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
    [...(told === undefined ? [] : [told]), ...(outcome?.notes ?? [])].join(' '),
  ]
}

/** A row that is drafted with another has no clauses of its own to tell. */
function cellsOfJoined({ place, vendor, kind, file, state }: RowResult, joined: JoinedRow): string[] {
  const failed = state === 'failed'
  return [
    joined.place,
    vendor,
    joined.product,
    kind,
    failed ? '' : file,
    failed ? 'failed' : 'joined',
    ...['', '', '', '', ''],
    failed ? `as ${place}` : '',
    joinedWords(place, joined),
  ]
}
