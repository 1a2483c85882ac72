/** What somebody owes under a contract that was signed, or under its term. */
export interface Obligation {
  /** The same for the same thing on the same day: `tidewater-claims/insurance/2/2026-03-01`. */
  id: string
  /** Id of the vendor in the register. */
  vendor: string
  title: string
  /** Flow-down that it is of; undefined for the term of the contract. */
  flowDown?: string
  /** Title of the clause. */
  clause: string
  /** Level that was signed. */
  level?: string
  by: 'vendor' | 'us' | 'either'
  /** A sentence without its full stop: `The vendor gives us a certificate of its insurance again`. */
  what: string
  /** When, in words: `once in 12 months, on our request`. */
  time: string
  /** ISO date on which it is due, or until which it lasts; undefined where an event decides. */
  on?: string
  /** Whether it lasts until that day. */
  lasts?: true
  /** Who sees to it on our side. */
  owner?: string
}

/** What cannot be told of a vendor that has signed. */
export interface Undated {
  vendor: string
  title: string
  /** A sentence: `No day of signature is kept`. */
  why: string
}

/** What is due from a day on. */
export interface Obligations {
  /** With a day, the first first. */
  dated: Obligation[]
  /** Those that an event makes due. */
  standing: Obligation[]
  undated: Undated[]
}
