import type { Matter } from '../matter/index.ts'

/** Where a vendor stands, in the order in which it usually comes there. */
export const statuses = [
  'new',
  'asked',
  'answered',
  'drafted',
  'sent',
  'in-negotiation',
  'signed',
  'declined',
  'ended',
] as const
export type Status = (typeof statuses)[number]

/** Statuses that have a day of their own. */
export const datedStatuses = ['asked', 'answered', 'drafted', 'sent', 'signed', 'declined', 'ended'] as const
export type DatedStatus = (typeof datedStatuses)[number]

/** What the register keeps of one product of one vendor. */
export interface VendorRecord {
  /** The facts of the vendor, as a matter has them: name, product, kind, models, answers. */
  vendor: NonNullable<Matter['vendor']>
  status: Status
  /** Who sees to it on our side. */
  owner?: string
  category?: string
  /** Numbers and names that other systems have for it, by the name of the column: `supplier id`. */
  ids: Record<string, string>
  /** ISO dates on which it came to a status. */
  dates: Partial<Record<DatedStatus, string>>
  /** The contract's term. */
  term?: {
    /** ISO date of its last day. */
    ends?: string
    /** ISO date on which it renews by itself. */
    renews?: string
    /** Days before it renews by which a notice must be given. */
    notice_days?: number
  }
  /** What was signed of each flow-down: a level of ours, other words, or nothing. */
  levels: Record<string, Agreed>
  /** Numbers that were signed in place of those of the level, as `incidents.notice`, in the unit of the figure. */
  figures: Record<string, number>
  /** What was sent or signed, by its digest. */
  files: VendorFile[]
}

/** What a contract has of a flow-down. */
export const agreedLevels = ['preferred', 'fallback', 'walk-away', 'other', 'none'] as const
export type Agreed = (typeof agreedLevels)[number]

/** A file of a vendor. */
export interface VendorFile {
  name: string
  /** SHA-256, hexadecimal. */
  sha256: string
  /** What it is: `vendor-addendum`, `signed`. */
  is?: string
  /** ISO date. */
  on?: string
}

/** A vendor of the register, with the name under which it is kept. */
export interface KeptVendor {
  /** `tidewater-software-inc-tidewater-claims`. */
  id: string
  record: VendorRecord
  /** Names the version that was read; whoever saves it again gives it. */
  base: string
}
