import { documentOf } from '../draft/index.ts'
import { Problem } from '../problem.ts'
import { rowsPerThread, startDrafters } from './drafters.ts'
import { type BatchCounts, fillFolder, type Telling } from './fill/fill-folder.ts'
import { openMaker, settingsOf } from './making.ts'
import { openRows, type Rows } from './row/rows.ts'
import type { BatchOptions, BatchRow } from './types.ts'

/**
 * Drafts a document for each row of a table, or each matter of a folder, into a folder.
 *
 * @throws Problem where nothing can be drafted at all: the header, the common matter, the folder
 */
export async function draftBatch(
  options: BatchOptions,
  tell: (line: string) => void,
  progressOf = untold,
): Promise<BatchCounts> {
  requireVendorDocument(options.document)
  const rows = await openRows(options)
  const told = { ...rows, read: () => rows.read(tell) }
  return fillHere(options, told, { tell, progressOf })
}

/**
 * Drafts a document for each of some rows that are there already, as a batch does.
 *
 * @throws Problem where the folder cannot be filled
 */
export async function draftRows(
  options: Omit<BatchOptions, 'batch'>,
  given: readonly BatchRow[],
  tell: (line: string) => void,
): Promise<BatchCounts> {
  requireVendorDocument(options.document)
  const rows: Rows = {
    own: [...new Set(given.flatMap(({ own = [] }) => own.map(({ name }) => name)))],
    count: async () => given.length,
    async *read() {
      yield* given
    },
  }
  return fillHere(options, rows, { tell, progressOf: untold })
}

const untold: Telling['progressOf'] = async () => ({ step: () => {}, stop: () => {} })

/** Fills a folder with drafts that are made here. */
function fillHere(options: Omit<BatchOptions, 'batch'>, rows: Rows, telling: Telling): Promise<BatchCounts> {
  return fillFolder(
    options,
    rows,
    async () => {
      await settingsOf(options)(undefined)
      const drafters = await startDrafters(await rows.count(rowsPerThread * options.jobs), options.jobs)
      return { ...openMaker(options, drafters), end: drafters.end }
    },
    telling,
  )
}

/** @throws Problem where a document is none for vendors */
export function requireVendorDocument(document: string): void {
  documentOf(document)
  if (document.startsWith('vendor-')) return
  throw new Problem(
    'batch',
    `a batch is of vendor-addendum, vendor-questionnaire or vendor-amendment, not of ${document}`,
  )
}
