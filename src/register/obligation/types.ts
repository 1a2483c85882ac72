import type { DutyTime } from '../../library/index.ts'

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

/** What a license has somebody do, whatever was signed with a vendor. */
export interface LicenseDuty {
  /** `tidewater-claims/llama-3.1/built-with-display/2`, `own/1/llama-3.1/agreement-copy` */
  id: string
  /** Id of the vendor in the register; undefined for what is owed in the company's own uses. */
  vendor?: string
  /** The vendor, or the matter and its use. */
  title: string
  duty: string
  dutyTitle: string
  license: string
  licenseName: string
  /** Where the license says so: `section 1.b.i`. */
  section: string
  /** `to-be-settled`: the text, or what is kept, does not say who owes it, or whether it is owed. */
  by: 'vendor' | 'us' | 'to-be-settled'
  /** A sentence without its full stop: `The vendor hands over a copy of the license`. */
  what: string
  /** What makes it due; a license names no day. */
  at: DutyTime[]
  /** The same in words. */
  time: string
  /** Why it is owed, or what is to be settled: sentences. */
  because: string
  owner?: string
}

/** What the licenses have done, apart from what was signed. */
export interface LicenseDuties {
  duties: LicenseDuty[]
  /** Where no license, or no kind of vendor, is known. */
  notKnown: Undated[]
}

/** What cannot be told of a vendor that has signed. */
export interface Undated {
  /** Undefined for the company's own matter. */
  vendor?: string
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
  /** Where they are asked for as well. */
  licenses?: LicenseDuties
}
