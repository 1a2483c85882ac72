/** A version that was saved. */
export interface Version {
  version: number
  /** ISO 8601. */
  at: string
  by: string
  /** `saved`, `restored 2`, `renamed acme`, `by hand`. */
  did: string
  sha256: string
}
