/** A link by which one vendor answers its questionnaire, and what came by it. */
export interface VendorLink {
  /** Id of the vendor in the register. */
  vendor: string
  /** Digest of its token, SHA-256, hexadecimal; the token itself is kept nowhere. */
  sha256: string
  /** Who asks, as the vendor is told. */
  client?: string
  made: Deed
  /** ISO date, the last day on which it opens anything. */
  until: string
  /** Who took it back, and when. */
  ended?: Deed
  answers: GivenAnswers[]
}

/** Who did something, and when, ISO 8601. */
export interface Deed {
  by: string
  at: string
}

/** What a vendor sent at once, word for word. */
export interface GivenAnswers {
  at: string
  /** Who answered, as told. */
  by: string
  said: GivenAnswer[]
  /** What a person made of them: facts that were taken over; none where all were refused. */
  decided?: Deed & { taken: string[] }
}

export interface GivenAnswer {
  /** Path of the fact that was asked: `vendor.models`. */
  fact: string
  words: string
}

/** A link with the id under which it is kept. */
export interface KeptLink {
  /** The first 16 digits of its digest. */
  id: string
  link: VendorLink
}
