import type { Problem } from '../../problem.ts'

/** Which folder holds a house, and how messages name it. */
export interface HousePlace {
  folder: string
  /** What stands for the folder in messages, where its path is nobody’s business; by default the folder. */
  shown?: string
}

/** How a date is written: `July 18, 2023`, or `18 July 2023`. */
export type DateStyle = 'month-day-year' | 'day-month-year'

/** A firm’s own layer over the library: what is not among its positions, flow-downs, risks and topics. */
export interface House {
  name: string
  language?: 'en-US' | 'en-GB'
  dateStyle?: DateStyle
  /** Words of ours, and the house’s own in their place. */
  words: Record<string, string>
  /** The Word file whose look its documents have. */
  referenceDoc?: { file: string; bytes: Uint8Array }
  paper?: 'A4' | 'Letter'
  /** Three letters. */
  currency?: string
  /** Names of the figures that it sets in house.yaml: `termination-cure.cure`. */
  figures?: string[]
  /** Its templates and partials, by name: `side-letter`, `partials/review`. */
  templates: Map<string, { file: string; source: string }>
  /** SHA-256 over all its files in order of their paths, in hexadecimal. */
  digest: string
}

/** The files of a house, as they are on the disk. */
export interface HouseFiles {
  /** As messages name it. */
  folder: string
  /** Contents by path within the folder, with `/`, in order of the paths. */
  files: Map<string, string>
  /** The `.docx` files at its top. */
  documents: Map<string, Uint8Array>
  problems: Problem[]
  digest: string
}
