import type { ImpactCase, Level, Mitigation, Quote, TextKind } from '../library/types.ts'

/** A statement's authority. */
export interface Citation {
  license: string
  document: TextKind
  /** Path of the clause: its address, not shown. */
  section: string
  /** How it is cited, as the text prints it: `2`, `Recital “By clicking …”`. */
  cited: string
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
  /** Name of the use that it is for. */
  use: string
  license: string
  /** License of the use policy that comes with the model, where that is another’s than its license file. */
  policyBeside?: string
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
export interface MergedFinding extends Omit<Finding, 'use' | 'license' | 'policyBeside' | 'told'> {
  uses: string[]
  licenses: string[]
  /** The words of each section that decides it, under the licenses that have exactly these. */
  quotes: { words: string[]; where: string }[]
}

/** What the client may do, worst first: see docs/assessment.md. */
export type PathOutcome =
  | 'not-usable'
  | 'separate-license'
  | 'not-decided'
  | 'clarify-with-meta'
  | 'go-with-duties'
  | 'go'

/** The path of one use under one license. */
export interface LicensePath {
  use: string
  license: string
  outcome: PathOutcome
  reasons: PathReason[]
  /** What is not known and would make the outcome another, worst first. */
  unless: (PathReason & { outcome: PathOutcome; questions: Finding['questions'] })[]
}

/** Why a path is what it is. */
export interface PathReason {
  /** What holds, one sentence without its full stop. */
  statement: string
  citations: Citation[]
}

/** The threshold section of one license, worked out for a matter. */
export interface ThresholdCount {
  license: string
  /** The licensee: the company that runs the use. */
  company: string
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
  /** A bound that the matter gives for the whole group. */
  atMost?: number
  /** Whether a company joins or leaves the group after the day that counts. */
  laterAffiliates: boolean
  /** Whether the licensee was founded after that day, in a group that was above the threshold. */
  foundedLater: boolean
  /** `open` where the text leaves it so, `not-known` where facts are missing. */
  status: 'below' | 'above' | 'open' | 'not-known'
}

/** One of the four duties toward others, for one use under one license. */
export interface DutyAnswer {
  /** The duty's record. */
  id: string
  /** Copy of the agreement, display of words, beginning of a model's name, notice file. */
  duty: 'copy' | 'display' | 'prefix' | 'notice'
  title: string
  /** `open`: the text, or a fact that is not known (then with questions), leaves it so. */
  is: 'applies' | 'open' | 'not'
  /** The exact words to display, the beginning of the name, or the text of the notice. */
  words?: string
  /** A name that would do. */
  example?: string
  because: string[]
  questions: Finding['questions']
  /** Whether it is done today. */
  performed: 'yes' | 'partly' | 'no' | 'not-known' | 'not-needed'
  citations: Citation[]
}

/** What has been so already. */
export interface Past {
  is: 'none' | 'since' | 'open'
  /** Day or month from which on, where it is known. */
  since?: string
  /** Day on which the right ended under which it was, or month in which the use did. */
  until?: string
  /** What it was, sentence by sentence. */
  what: string[]
  /** What ends it, sentence by sentence. */
  ends: string[]
  /** What it was against. */
  citations: Citation[]
}

/** What a licensor says outside the texts. */
export interface Said {
  who: string
  dated: string
  says: string
  seenAt: string
}

/** The answer for one use under one license. */
export interface Answer {
  use: string
  /** Undefined where the model is not known, and so no license. */
  license?: string
  /** The models, as the matter names them. */
  models: string[]
  /** The licensee: the company that runs the use. */
  company: string
  /** The Meta company that is the other party; undefined where a fact is missing. */
  licensor?: string
  path: PathOutcome
  /** What decides it, each with its sections. */
  reasons: PathReason[]
  /** With `not-decided`: what has to be known. */
  questions: Finding['questions']
  unless: LicensePath['unless']
  /** Nothing of the license is left, and so no duty to perform; a use that is barred keeps its duties. */
  withoutRight: boolean
  duties: DutyAnswer[]
  threshold?: ThresholdCount
  /** Items of the use policy that this use has to mind, beside the whole. */
  policy: { topic: string; says: string; citations: Citation[] }[]
  /** What the text leaves open, or is often got wrong. */
  open: { says: string; citations: Citation[]; decides?: true; said?: Said; after?: 'read-me' }[]
  /** Use without any right. */
  pastUnlicensedUse: Past
  /** Breach of a duty by one who had the right. */
  pastBreach: Past
  wayOut: string[]
  /** Every section that the answer rests on. */
  deciding: Citation[]
}

/** What the facts of a matter come to. */
export interface Assessment {
  /** SHA-256 of the matter file's canonical form. */
  matterDigest: string
  libraryDigest: string
  licenses: string[]
  /** One for each use and license, in the order of the matter and of the library. */
  answers: Answer[]
  /** One for each use, or license of a use, whose models are retired, judged as it was: its past alone still matters. */
  retired: Answer[]
  /** Models that the library does not know; each use of one is not decided. */
  unknownModels: { use: string; name: string; reason: string }[]
  findings: Finding[]
  paths: LicensePath[]
  thresholds: ThresholdCount[]
  /** The impact case that the matter's exposure and deployment select, per license. */
  cases: ImpactCase[]
  /** Levels chosen per position. */
  positions: { position: string; level: Level; proposedBecause: string }[]
}
