import { z } from 'zod'
import type { DraftOptions } from '../draft/index.ts'
import type { DocumentFormat } from '../formats.ts'
import type { HousePlace } from '../library/index.ts'
import type { Matter } from '../matter/index.ts'
import type { ColumnMap, OwnCell } from '../matter/table.ts'
import type { Problem } from '../problem.ts'
import type { KeptVendor } from '../register/index.ts'

/** What every row of a batch shares. */
export interface BatchOptions {
  document: string
  format: DocumentFormat
  /** The table, or the folder of matters; or what the vendors are called that are given. */
  batch: string
  /** Vendors of a register, in place of a table. */
  vendors?: readonly KeptVendor[]
  /** Which sheet of a workbook; by default the first that is shown. */
  sheet?: string
  /** How the table writes days and numbers: `de-DE`. */
  locale?: string
  /** The row of the table in which its header stands; by default the first. */
  header?: number
  /** What its columns are whose header is no fact. */
  columns?: ColumnMap
  /** The facts that all rows have in common. */
  matter?: Matter
  /** Folder that the drafts go to. */
  output: string
  jobs: number
  /** The house of a row, which its facts may name; left out: none has one. Throws a Problem where there is none of that name. */
  houseOf?(facts: { house?: string }): Promise<HousePlace | undefined>
  /** Path of the firm's document as which each draft looks; left out: that of the house. */
  referenceDoc?: string
  /** Whether a file of this SHA-256 was sent, and is never written over; left out: none was. */
  isSent?(sha256: string): boolean
  /**
   * Whether rows of one vendor that differ in product and models alone are drafted as one addendum: by all facts of the vendor
   * and its own columns (`vendor`), or by one column that tells vendors apart (`#supplier id`). Left out: each row has its own.
   */
  group?: string
  /** How each draft is made; which vendor it is for is said by its row. */
  draft: Omit<DraftOptions, 'forCounterparty' | 'vendor'>
}

/** One row: the facts of one matter, or why it has none. */
export interface BatchRow {
  /** `vendors.csv:14` or `vendors/tidewater.yaml`. */
  place: string
  facts: Record<string, unknown>
  /** The columns of whoever keeps the table, which go into the summary as they are. */
  own?: OwnCell[]
  problem?: Problem
  /** What is told of the row beside its draft. */
  told?: string
  /** Further rows that its draft is for: other products of the same vendor. */
  with?: JoinedRow[]
}

/** A row that is drafted with another, of the same vendor. */
export interface JoinedRow {
  /** `vendors.csv:15` */
  place: string
  product: string
  own: OwnCell[]
  /** What is told of it. */
  told?: string
}

/** A row for a worker. */
export interface DraftTask {
  document: string
  format: BatchOptions['format']
  draft: BatchOptions['draft']
  facts: Record<string, unknown>
  house?: HousePlace
  referenceDoc?: string
}

/** What comes back: the words or bytes of the file, which one thread alone writes. */
export interface Drafted {
  content: string | Uint8Array
  outcome: DraftOutcome
}

/** What a summary says of a draft. */
export const outcomeSchema = z.object({
  /** SHA-256 of the file. */
  sha256: z.string(),
  clausesIn: z.array(z.string()),
  clausesOut: z.array(z.string()),
  blanks: z.array(z.string()),
  /** Highest level of a finding that applies; empty where the document is none to judge. */
  risk: z.string(),
  /** Findings that open questions leave open. */
  open: z.number(),
  /** What the draft check found. */
  messages: z.array(z.string()),
  /** What the facts say against it, and what to do. A draft of an older version has none. */
  notes: z.array(z.string()).default([]),
  /** What of it somebody must approve before it goes out, as the library names them. A draft of an older version has none. */
  approvals: z
    .array(z.object({ clause: z.string(), title: z.string(), approver: z.string(), what: z.string() }))
    .default([]),
})

export type DraftOutcome = z.infer<typeof outcomeSchema>

/** A row when it is done. */
export interface RowResult {
  place: string
  vendor: string
  product: string
  kind: string
  /** Name in the output folder. */
  file: string
  state: 'drafted' | 'unchanged' | 'failed'
  /** Further rows that the draft is for. */
  with?: JoinedRow[]
  own: OwnCell[]
  /** What is told of the row beside its draft: that another is of the same vendor and product, or that what was sent stays. */
  told?: string
  outcome?: DraftOutcome
  problem?: string
}
