/** A line of the audit: what was done to which words, when, by whom and from where. No word of it. */
export interface Deed {
  /** ISO 8601. */
  at: string
  by: string
  /** The address that it came from, or the machine, where that was told. */
  from?: string
  did: string
  name: string
  version: number
  sha256: string
}

/** A line of an audit of several kinds. */
export interface KeptDeed extends Deed {
  /** `matter`, `vendor`, `deal`, `job`, or `person` who was let in. */
  kind: string
  /** When it came with an import, ISO 8601: this store has not seen it happen. */
  brought?: string
}
