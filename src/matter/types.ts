import type { ImpactCase, Level, Mitigation, Quote, TextKind } from '../library/types.ts'

/** A statement's authority. */
export interface Citation {
  license: string
  document: TextKind
  /** Path of the clause. */
  section: string
  /** The first of its quotes. */
  quote?: Quote
  /** What the library quotes from that section on the topic, in the order of the text. */
  quotes: Quote[]
}

/** Cell of the 5×5 matrix. */
export interface RiskLevel {
  /** 1 (remote) to 5 (almost certain). */
  likelihood: number
  /** 1 (slight) to 5 (the use of the model is lost). */
  impact: number
  level: 'low' | 'medium' | 'high' | 'critical'
}

/** What the assessment concludes on one risk under one license. */
export interface Finding {
  risk: string
  title: string
  license: string
  status: 'applies' | 'does-not-apply' | 'open'
  /** Questions to ask, where facts are missing: fact path and question. */
  questions: { fact: string; question: string }[]
  inherent?: RiskLevel
  residual?: RiskLevel
  /** Why, as Markdown with the facts filled in. */
  reason: string
  /** The reason with its `{{cite TOPIC}}` slots left, for a report that tells several licenses at once. */
  told: string
  /** What raised or lowered the level. */
  shifts: string[]
  citations: Citation[]
  mitigations: Mitigation[]
  positions: string[]
  flowDowns: string[]
}

/** Findings of one risk that come to the same under several licenses. */
export interface MergedFinding extends Omit<Finding, 'license' | 'told'> {
  licenses: string[]
  /** The words of each section that decides it; words that differ only in the version's name stand once. */
  quotes: { words: string[]; where: string }[]
}

/** What a license lets a client do. */
export type PathOutcome =
  | 'community-license-is-enough'
  | 'clarify-in-a-side-letter'
  | 'separate-license-needed'
  | 'not-usable'
  | 'open'

/** What one license lets a client do, and why. */
export interface LicensePath {
  license: string
  /** The worst that a finding that applies leads to; `open` where none does and an open one may lead out of the license. */
  outcome: PathOutcome
  reasons: PathReason[]
  /** Open findings that would make the outcome worse, worst first. */
  unless: (PathReason & { outcome: PathOutcome; questions: Finding['questions'] })[]
}

/** Why a path is what it is. */
export interface PathReason {
  /** Title of the finding. */
  statement: string
  citations: Citation[]
}

/** The threshold section of one license, worked out for a matter. */
export interface ThresholdCount {
  license: string
  threshold: number
  countedOn?: string
  /** The preceding calendar month, `2024-06`. */
  month?: string
  /** Sum over products and affiliates, as far as known. */
  users?: number
  /** Threshold less users. */
  margin?: number
  products: {
    product: string
    company: string
    users?: number
    month?: string
    counted: boolean
    note?: string
  }[]
  warnings: string[]
  /** What the text leaves open, each with its section. */
  leftOpen: { statement: string; citations: Citation[] }[]
  /** Facts of the matter to ask for, where they could change the status. */
  asks: string[]
  status: 'below' | 'above' | 'open'
}

/** What the facts of a matter come to. */
export interface Assessment {
  /** SHA-256 of the matter file's canonical form. */
  matterDigest: string
  libraryDigest: string
  licenses: string[]
  findings: Finding[]
  paths: LicensePath[]
  thresholds: ThresholdCount[]
  /** The impact case that the matter's exposure and deployment select, per license. */
  cases: ImpactCase[]
  /** Levels chosen per position. */
  positions: { position: string; level: Level; proposedBecause: string }[]
}
