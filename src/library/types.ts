import type { DutyTime } from './duty-times.ts'
import type { Evidence, EvidenceWords, PositionEvidence } from './evidence.ts'
import type { House } from './house/types.ts'
/** Which text of a license: its agreement or its use policy. */
export type TextKind = 'agreement' | 'use-policy'

/** The text that we checked against: where it is published and what its bytes are. */
export interface Pin {
  /** `owner/name` of the public repository. */
  repository: string
  /** Commit, 40 hexadecimal digits. */
  commit: string
  /** Path in the repository. */
  path: string
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: string
  /** Length in bytes. */
  bytes: number
  /** SHA-256 of the words alone (layout, markup and the shape of quotation marks left out), in hexadecimal. */
  words: string
  /**
   * What the published file carries around the text and the pin leaves out. The other digests are of the text
   * without it, ending in one line break.
   */
  without?: 'front-matter'
}

/** Another published copy of a text. */
export interface TextCopy {
  /** SHA-256 of its bytes, where we have it; a copy with the same words is recognised without. */
  sha256?: string
  bytes: number
  /** What differs. */
  note: string
}

/** A text that is published inside the file of another: Llama 3's agreement carries its use policy. */
export interface AttachedText {
  kind: TextKind
  /** The title that it starts with in that file. */
  title: string
  /** How it differs from the same text published alone. */
  note: string
}

/** One text of a license as `license.yaml` describes it. */
export interface LicenseText {
  kind: TextKind
  title: string
  pin: Pin
  /** The address that the text itself or its publisher gives. */
  address?: string
  /** Other published copies, and what differs. */
  copies?: TextCopy[]
  /** A text that stands in the same file, after this one. */
  attached?: AttachedText
  note?: string
  /** What its file prints where its clauses are cited by the numbers that a Markdown reader counts; whole sentences. */
  counted?: string
}

/** One published license. */
export interface License {
  /** `llama-3.1`. */
  id: string
  title: string
  /** The family and version as the license writes them: `Llama 3.1`, `Meta Llama 3`. */
  name: string
  /** `3.1`. */
  version: string
  /** Date of the date line, ISO 8601; undefined where the text has none (llama-1). */
  released?: string
  /** What a reader must know of the date, such as a launch on another day. */
  dateNote?: string
  /** The words that the text uses for that date: `Version Release Date`, `Version Effective Date`. */
  releasedAs?: string
  /** The Meta companies that may be the other party, as the agreement names them. */
  parties: string[]
  /** The license whose terms this one inherits. */
  extends?: string
  texts: LicenseText[]
  /** Values of the slots in inherited restatements and quotes: `version`, `release_date`, `release_date_iso`, `version_slug` … */
  slots: Record<string, string>
}

/** The question that a clause answers, the same across licenses. */
export interface Topic {
  id: string
  title: string
  /** The question that it answers, one sentence. */
  question: string
  /** Why an enterprise cares, one sentence. */
  why: string
  /** 1 (rarely decides a case) to 5 (may decide everything). */
  weight: number
  weightReason: string
  /** Id of its group. */
  group: string
  /** The text in which it is found. */
  document: TextKind
  /** For a rule of the use policies: what it tells an employee. */
  staff?: StaffRule
}

/** A rule of the use policies in an employee's words, with examples of ours. */
export interface StaffRule {
  /** As far as the law is the same under every license that has the rule. */
  rule: string
  /** What is added where a fact of the term has a value. */
  also: { fact: string; has: string; rule: string }[]
  allowed: string
  notAllowed: string
  /** Examples for a client of a field; the first that fits stands in place of those for all. */
  inFields: { fields: string[]; allowed: string; notAllowed: string }[]
  /** Values of `near_policy_uses` and `domains` of a matter that come close to it. */
  near: string[]
}

/** Topics that belong together. */
export interface TopicGroup {
  id: string
  title: string
  document: TextKind
  topics: Topic[]
}

/** Official words, at most 25 of them, with their section. */
export interface Quote {
  /** Path of the clause, `1.b.i`. */
  section: string
  /** At most 25 words, exact but for slots. */
  text: string
  /** For which uses it is quoted; left out: for all. */
  when?: Record<string, unknown>
}

/** A typed value of a term; lists are without order. */
export type Fact = string | number | boolean | string[]

/** What a fact of a topic is, as `facts.yaml` says. */
export type FactDefinition =
  | { one_of: string[]; means: string }
  | { some_of: string[]; means: string }
  | {
      is: 'number' | 'yes_no' | 'text' | 'date' | 'sections'
      /** Words that may stand instead. */
      or?: string[]
      means: string
      /** What is reported at the address that it is: `Bugs and security`. */
      channel?: string
    }

/** What a term does. */
export type Modality =
  | 'grant'
  | 'duty'
  | 'prohibition'
  | 'condition'
  | 'disclaimer'
  | 'allocation'
  | 'definition'
  | 'procedure'
  | 'information'

/** Exposure and deployment for which a term's impact is told; only those that differ are there. */
export type ImpactCase =
  | 'internal'
  | 'products'
  | 'weights'
  | 'on_premises'
  | 'own_cloud'
  | 'third_party_service'

/** One license's answer to one topic. */
export interface Term {
  topic: string
  license: string
  document: TextKind
  absent: false
  /** Paths of the clauses that answer it. */
  sections: string[]
  quotes: Quote[]
  /** Where a copy of the policy in the agreement's file has it otherwise. */
  attached?: Quote
  facts: Record<string, Fact>
  modality: Modality
  /** `recipient`: one who has the materials from a licensee. */
  who: 'licensee' | 'meta' | 'both' | 'recipient'
  stands?: Stands
  impact: Partial<Record<ImpactCase, string>>
  controls: string[]
  /** The restatement: Markdown, slots filled. */
  restatement: string
  /** Ids of the entries of advisory.yaml that it corrects. */
  corrects: string[]
  /** The license whose file it comes from, where it is inherited. */
  inheritedFrom?: string
  /** File that it was read from. */
  file: string
}

/** How a license stands to a topic in an overview, where its modality or its silence does not say it. */
export interface Stands {
  /** The kind, which decides the colour. */
  is: 'can' | 'if' | 'must' | 'cannot' | 'silent' | 'says'
  /** `no policy`, `withheld in the EU`. */
  word: string
  /** Paths of the clauses of the agreement that say so, where the text of the topic is silent on it. */
  sections?: string[]
}

/** A license's silence on a topic. */
export interface Absence {
  topic: string
  license: string
  document: TextKind
  absent: true
  /** What follows from the silence, one sentence. */
  follows: string
  stands?: Stands
  inheritedFrom?: string
  file: string
}

/** A released model. */
export interface Model {
  name: string
  family: 'llama' | 'code-llama' | 'llama-guard' | 'prompt-guard'
  /** `3.1`; none where the name has none. */
  edition?: string
  /** Word that tells it from its sisters of the same edition: `vision`. */
  kind?: string
  sizes: string[]
  inputs: string[]
  /** ISO date; none where its files do not give it. */
  launched?: string
  /** License of the file that comes with it. */
  license: string
  /** License of the use policy beside it, where that is another. */
  policy?: string
  /** What the license file is. */
  licenseFile?: string
  /** What its read-me says instead. */
  readMe?: { license: string; says: string }
  source: string
  note?: string
}

/** Where a model's launch and its license's date differ: which of them the user threshold counts from, and why. */
export interface DateDifference {
  model: string
  license: string
  launched?: string
  licenseDate: string
  thresholdDate: string
  /** The calendar month that is counted, `2024-11`. */
  thresholdMonth: string
  reason: string
  cites: { license: string; section: string }[]
}

/** How much a position asks for, from all to the least that is acceptable. */
export type Level = 'preferred' | 'fallback' | 'walk_away'
/** Whom a position is asked of. */
export type Counterparty = 'meta' | 'vendor'
/** Whether the other side is known to move. */
export type Negotiability = 'fixed' | 'flexible' | 'open'

/** An anchored change of wording. Exactly one of the five operations. */
export interface Edit {
  /** Path of the clause that it edits; for `add_clause` the clause after which the new one stands. */
  section: string
  operation: 'insert_after' | 'insert_before' | 'replace' | 'delete' | 'add_clause'
  /**
   * The words in the section that anchor it, at most 25, once there; empty for `add_clause`. Slots are filled.
   * `first words … last words` is a longer run, `…` alone the whole section.
   */
  anchor: string
  /** The words inserted, or put in place of the anchor; for `add_clause` the new clause's words, heading first. */
  text: string
}

/** What is asked for at one level of a position. */
export interface PositionLevel {
  /** What we ask for, one or two sentences; the other side may read it. `Decision: …` where no words change. */
  ask: string
  /** What we do where even this is refused; for our side alone. */
  ifRefused?: string
  /** Condition on a matter's facts without which this level is not chosen of itself. */
  when?: Record<string, unknown>
  /** Edits that all licenses of the position share, unless `edits_for` has the license. */
  edits: Edit[]
  /** Edits of a single license, by its id. */
  editsFor: Record<string, Edit[]>
}

/** How a position stands to another one. */
export interface PositionRelation {
  /** Id of the other position. */
  position: string
  /** Levels of the one that says it at which it holds; without them at all. */
  levels?: Level[]
  /** Levels of the other one that meet the need, or that are excluded; without them all that change words. */
  at?: Level[]
  /** Why, one sentence. */
  reason: string
}

/** What an enterprise asks for on a topic. */
export interface Position {
  id: string
  title: string
  topic: string
  counterparty: Counterparty
  negotiability: Negotiability
  negotiabilityReason: string
  appliesTo: string[]
  /** Licenses under which the point is moot, with why and the section that shows it. */
  moot: { license: string; reason: string; section: string }[]
  /** Condition on a matter's facts under which it is proposed, in sift's query language; empty: always. */
  when: Record<string, unknown>
  /** A clause that a matter has of its own: it is always taken. */
  own?: true
  /** Whether it answers a use without a right, or a breach, so far. */
  answersPast?: true
  /** Whether it asks for a right that the license withholds, without which the use is none that it allows. */
  givesRight?: true
  /** Positions that taking this one brings. */
  needs?: PositionRelation[]
  /** Positions that cannot stand beside it; told by one of the two. */
  excludes?: PositionRelation[]
  /** Of those, the ones before which this one is taken. */
  prefer?: string[]
  /** What the licensee undertakes in return, in the words of a letter: `The Company shall …`. */
  undertaking?: string
  /** Numbers of the position, by their key; they stand in its words already, and `unfilled` of a library has them apart. */
  figures: Record<string, Figure>
  /** Whom the license's words hurt and how. */
  hurts: string
  positions: Partial<Record<Level, PositionLevel>>
  giveInReturn: string
  leverage: string
  counterArguments: { they: string; we: string }[]
  /** Who must approve a departure from the position. */
  approval: string
  /** How a review knows it in a licensor's words, and what makes each level. */
  evidence?: PositionEvidence
  /** The rationale that the other side may read (comment in the redline); Markdown. */
  rationale: string
  file: string
}

/** A number of a clause, with its value at each level. */
export interface Figure extends Partial<Record<Level, number>> {
  /** What it is called on a cover page: `Cure Period`. */
  term: string
  unit: 'hours' | 'days' | 'business-days' | 'months' | 'years' | 'times' | 'money'
  means: string
  /** Whether less or more of it is asked for at a higher level. */
  stricter: 'less' | 'more'
  /** The answer of a vendor that is held against it: `vendor.retention_days`. */
  answer?: string
}

/** What a master agreement may have already: `security`. */
export type CoveredSubject =
  | 'security'
  | 'confidentiality'
  | 'intellectual-property'
  | 'insurance'
  | 'audit'
  | 'subcontractors'
  | 'deletion'
  | 'indemnity'
  | 'liability'
  | 'termination'
  | 'transition'
  | 'moderation'

/** A clause for a vendor's contract. */
export interface FlowDown {
  id: string
  title: string
  topic: string
  /** Of a clause that a matter has of its own: its words, which are no template. */
  own?: { title: string; paragraphs: string[] }
  /** Place in the addendum; clauses are ordered by it, then by id. */
  order: number
  /** Condition on a matter's facts under which it is in; empty: always. */
  when: Record<string, unknown>
  /** Said in the record when it is in, and when it is out. */
  because: { in: string; out: string }
  /** Why the enterprise needs it. */
  why: string
  /** Why, for the eyes of the other side; a comment in a paper of theirs says it. */
  toThem?: string
  counterArguments: { they: string; we: string }[]
  approval: string
  /** Clause text as Markdown with directives and Handlebars slots, by level. */
  levels: Partial<Record<Level, string>>
  /** What our own staff is told that the clause gives them, by level: sentences without their full stop. */
  told: Partial<Record<Level, string>>
  /** Numbers of the clause, by their key; its words have them as `{{figures.KEY}}`. */
  figures: Record<string, Figure>
  /** What can be seen or counted at a level that has no figure. */
  measured: Partial<Record<Level, string>>
  /** What a master agreement may have already, so that a form of Llama terms leaves the clause out. */
  coveredBy?: CoveredSubject
  /** While nobody knows whether it is needed, it is in only where this flow-down is in too. */
  untilKnownWith?: string
  /** What it has somebody do at a time. */
  due: Due[]
  /** How a review knows it in the words of others; without it a review does not judge it. */
  evidence?: Evidence
  file: string
}

/** What a clause has somebody do at a time. */
export interface Due {
  /** A sentence without its full stop and its time: `The vendor tells us of an incident`. */
  what: string
  by: 'vendor' | 'us' | 'either'
  /** After signature, after an event, ahead of one, again and again, or after the end. */
  when: 'signature' | 'event' | 'before' | 'every' | 'end'
  /** Of an event: what its time runs from, `it learns of it`. */
  after?: string
  /** Of what is told before: before what, `the move`. */
  of?: string
  /** Key of the figure that says how long; undefined: at once. */
  figure?: string
  /** Whether the figure says for how long it is done, not by when. */
  lasts?: true
  /** Whether it is due only where it is asked for. */
  onRequest?: true
  /** Levels that have it; undefined: all that the clause has. */
  levels?: Level[]
  /** Whether it is due with a reseller of our own product alone, or not with one; undefined: with both. */
  resale?: boolean
}

/** What makes a risk smaller. */
export interface Mitigation {
  what: string
  who: string
  by: string
  evidence: string
}

/** Something that may go wrong. */
export interface Risk {
  id: string
  title: string
  /** Name in a map and its legend. */
  short: string
  /** Comes with the license and not with what a client does. */
  generic: boolean
  topics: string[]
  /** The condition: matched against `{ matter, terms, license, derived }`, in sift's query language. */
  when: Record<string, unknown>
  /** Facts of the matter that must be known to decide it; a missing one makes the finding `open`, with its question. */
  needs: string[]
  likelihood: { base: number; raise: RiskShift[]; lower: RiskShift[] }
  impact: { base: number; raise: RiskShift[]; lower: RiskShift[] }
  mitigations: Mitigation[]
  /** Controls of the matter that lower the residual level when in place: fact path and by how much on which axis. */
  residual: { control: string; axis: 'likelihood' | 'impact'; by: number }[]
  positions: string[]
  flowDowns: string[]
  /** The reason as Markdown with fact and citation slots. */
  reason: string
  /** Section that decides it, per topic; quotes come from the term. */
  cites: { topic: string; section?: string }[]
  file: string
}

/** A section that is cited: a topic, whose term has sections and quotes, and one of its sections where not all are meant. */
export interface TopicCite {
  topic: string
  section?: string
}

/** Something that makes a duty fall due. */
export interface DutyGround {
  /** Matched against `{ matter, terms, license, derived }`, in sift's query language. */
  when: Record<string, unknown>
  /** Whether the text leaves open that this is enough; the careful course is then to do it. */
  unclear: boolean
  /** One sentence, with fact slots. */
  because: string
}

/** Who owes a duty, and when. */
export interface DutyDue {
  /** A sentence without its full stop and its time, with fact slots: `The vendor hands over a copy of the license`. */
  what: string
  by: 'us' | 'vendor'
  at: DutyTime[]
  /** When, in words: `with the first and each later copy`. */
  time: string
  /** Of a vendor’s product: when it is owed; undefined: in our own uses, on the grounds of the duty. */
  grounds?: DutyGround[]
}

/** What a license asks for toward the outside (copy, notice, display, name …), and what makes it fall due. */
export interface Duty {
  id: string
  title: string
  /** The topic whose term imposes it; where a license is silent on it, there is no such duty. */
  topic: string
  /** Place in a list of duties; they are ordered by it, then by id. */
  order: number
  /** Which of the four duties toward others it is; the others stand in documents and in no answer. */
  answers?: 'copy' | 'display' | 'prefix' | 'notice'
  /** The control of a matter that says whether it is done: `controls.notice_file`; none asks for it where it is left out. */
  control?: string
  /** Where the license wants exact words: the fact that holds them, and how a schedule names and prints them. */
  exact?: { fact: string; point: string; words: string }
  grounds: DutyGround[]
  /** Why it is not due where no ground holds: the first that does hold. */
  notDue: Omit<DutyGround, 'unclear'>[]
  /** Why it is not due where none of these does either. */
  otherwise: string
  /** Who owes it and when, as the register lists it. */
  due: DutyDue[]
  cites: TopicCite[]
  /** What is to be done: Markdown with fact and citation slots. */
  what: string
  file: string
}

/** A day on which something went wrong, and what then. */
export interface Incident {
  id: string
  title: string
  /** Place in the plan; incidents are ordered by it, then by id. */
  order: number
  /** When a company can have it; empty: always. */
  when: Record<string, unknown>
  /** What is stopped, and how it is contained. */
  stop: string
  decides: string
  tell: string
  cites: TopicCite[]
  /** Why it matters under the license: Markdown with fact and citation slots. */
  reason: string
  file: string
}

/** What a vendor may do with the models, as traits. */
export interface VendorKind {
  id: string
  /** To follow its id in the help of a form. */
  means: string
  /** What a matter whose client is the vendor called such a one before. */
  formerly?: string | undefined
  /** Every trait of `vendorTraits`, true or false. */
  traits: Record<string, boolean>
}

/** By how much facts make a risk greater or smaller. */
export interface RiskShift {
  when: Record<string, unknown>
  by: number
  because: string
}

/** What the texts say of a claim of the advisory. */
export type Verdict = 'supported' | 'imprecise' | 'contradicted' | 'not-in-the-text'

/** A section of a license's text. */
export interface Cite {
  license: string
  document: TextKind
  section: string
}

/** One claim of the advisory about what a license says, judged. */
export interface AdvisoryEntry {
  id: string
  /** Heading under which it stands, and where it stands there (fewer than 12 words): a pointer, not a copy. */
  at: { heading: string; words: string }
  /** What is claimed, in our own words. */
  claim: string
  verdict: Verdict
  /** The sections that decide it. */
  decidedBy: Cite[]
  quotes: (Cite & { text: string })[]
  topics: string[]
  /** The correct statement, in our own words. */
  statement: string
}

/** A table of the advisory, rebuilt. */
export interface LibraryTable {
  id: 'clauses' | 'deployment' | 'exposure'
  title: string
  /** What was wrong with the table in the advisory. */
  note: string
  /** Headings of the columns; the first is of the rows' headings. */
  columns: string[]
  rows: {
    heading: string
    /** The other columns, in order; a cell that says nothing of a license cites nothing. */
    cells: { text: string; cites: Cite[] }[]
    /** Ids of the entries of advisory.yaml on what the advisory has in this place. */
    corrects: string[]
  }[]
}

/** Words by which a clause on a topic is told in a paper that the library does not know; see `clauses/cues.yaml`. */
export interface TopicCues {
  /** One sentence of the clause has these words. */
  says?: string[] | undefined
  /** As `says`, and less surely. */
  hints?: string[] | undefined
  /** The clause's heading has these words. */
  headings?: string[] | undefined
}

/** What takes a use out of a license, and how far. */
export interface Limit {
  id: string
  /** Place among the lines of `limits.yaml`, where it is one of them. */
  line?: number
  /** What holds, one sentence without its full stop. */
  says: string
  when: Record<string, unknown>
  path: 'not-usable' | 'separate-license' | 'clarify-with-meta'
  /** `right`: nothing of the license is left; `use`: the right stands, and the use breaks a duty. */
  takes: 'right' | 'use'
  /** Whether a past use broke it is open all the same. */
  doubted?: true
  /** From the filing of a suit, the breach that ended the license, or the licensee’s move on, and not from the use. */
  since?: 'suit' | 'breach' | 'place'
  /** What is owed toward others outlives the right: what is out stays subject to it. */
  keepsDuties?: true
  /** The license bars it besides granting no right to it, so that it is a breach as well. */
  breaks?: true
  /** What leads to a better path. */
  wayOut: string
  cites: TopicCite[]
}

/** Places whose trade controls a person must have checked; it does not say what the law of any place bars. */
export interface TradeChecks {
  /** Where the list is from, as it is told. */
  source: string
  address: string
  /** Day of the state of the source that was read, ISO 8601. */
  asOf: string
  /** ISO 3166-1 alpha-2. */
  countries: string[]
}

/** What breaks a license and takes no use out of it. */
export interface Breach {
  id: string
  /** What was done, one sentence without its full stop. */
  says: string
  when: Record<string, unknown>
  /** Whether it breaks the license is open. */
  doubted?: true
  /** What ends it. */
  ends: string
  cites: TopicCite[]
}

/** What a client may do with one use under one license. */
export interface PathMeaning {
  id: 'not-usable' | 'separate-license' | 'not-decided' | 'clarify-with-meta' | 'go-with-duties' | 'go'
  /** What is said to the client. */
  title: string
  /** One sentence without its full stop. */
  means: string
}

/** What is said of a use for which no limit holds. */
export interface Enough {
  id: string
  /** One sentence without its full stop; `{duties}` are those that are due. */
  says: string
  when: Record<string, unknown>
  /** Whether it is said where a duty is due, or where none is. */
  duties: boolean
  cites: TopicCite[]
}

/** What the texts leave open. */
export interface OpenPoint {
  id: string
  says: string
  when: Record<string, unknown>
  cites: TopicCite[]
  /** Why what the use comes near does not stop it, or which license it is: told with the answer. */
  decides?: true
  /** Topic of a statement that is told beside it. */
  statement?: string
  /** What stands before it: what the read-me of the model says. */
  after?: 'read-me'
}

/** What a license is silent on, and what that leaves to say. */
export interface Silence {
  id: string
  topic: string
  /** The fact of the topic that says so, and its value there. */
  fact: string
  is: string | boolean
  /** One sentence, its full stop included. */
  says: string
}

/** An item of the use policy that a use has to mind. */
export interface PolicyItem {
  topic: string
  says: string
  when: Record<string, unknown>
}

/** What the licensor says outside the texts, in our words; it decides nothing. */
export interface Statement {
  topic: string
  dated: string
  who: string
  says: string
  /** Where it was seen. */
  seenAt: string
}

/** A fact of a matter that an addendum would contradict, or that it asks the vendor to change. */
export interface Contradiction {
  id: string
  /** What does not fit, one sentence without its full stop. */
  says: string
  /** Matched against `{ matter, terms, license, derived }` under one license. */
  when: Record<string, unknown>
  /** Flow-downs whose words it stands against. */
  clauses: string[]
  /** Whether no addendum is drafted; else it is a note. */
  stops: boolean
  /** Path of the fact that it is about. */
  fact: string
  waysOut: string[]
  cites: { topic: string }[]
}

/** A duty of a license that another's paper may move, take on or deny. */
export interface PaperDuty {
  id: string
  title: string
  /** The duty, one sentence without its full stop. */
  says: string
  /** Condition under one license. */
  when: Record<string, unknown>
  /** Cues of which a sentence has one that speaks of it. */
  words: string[]
  /** Cues of sentences that do not. */
  not: string[]
  /** Cues of sentences that say that nobody has it. */
  denied: string[]
  cites: { topic: string }[]
}

/** What another's paper says against a license or the facts of the matter. */
export interface PaperContradiction {
  id: string
  /** Whose paper says it. */
  paper: 'vendor' | 'licensor'
  /** What does not fit, one sentence without its full stop. */
  says: string
  /** Matched against `{ matter, terms, license, derived }` under one license. */
  when: Record<string, unknown>
  /** Where it is of a model that the paper names and the matter has not: what is matched has that model in it. */
  model?: 'named'
  /** Cues, one of which the sentence has. */
  words: string[]
  /** Cues, none of which it has. */
  not: string[]
  /** A fact of the license whose exact words the sentence lacks. */
  lacks?: { topic: string; fact: string }
  cites: { topic: string }[]
}

/** What it means that a fact differs. */
export interface FactMeaning {
  /** What a license says, with `{value}` where the fact's value goes. */
  says: string
  /** Values as they stand in that sentence. */
  words: Record<string, string>
  /** Values from the freest to the strictest. */
  freerFirst?: string[]
  /** What a longer list, or a larger number, is. */
  more?: 'freer' | 'stricter'
  /** What a yes is. */
  yes?: 'freer' | 'stricter'
  /** What to do on changing over. */
  todo?: string
}

/** What it means that two licenses differ on a topic. */
export interface TopicMeaning {
  /** What it is to have the clause, where its modality does not say. */
  having?: 'freer' | 'stricter' | 'neutral'
  /** The topic under which a license without the clause says as much: then it is neutral. */
  instead?: string
  /** It says as much only where its facts of that topic are these. */
  insteadWhere?: Record<string, string>
  /** What holds with the clause and without it, one short sentence each, for a client. */
  short?: { with: string; without: string }
  facts: Record<string, FactMeaning>
}

/** How positions stand to each other, beside what they say of each other themselves. */
export interface PositionPairs {
  /** Words beside the defined ones by which two positions speak of the same thing. */
  terms: string[]
  pairs: { between: string[]; and?: string[]; is: 'ordered' | 'compatible'; because: string }[]
}

/** The clause library, read and checked. */
export interface Library {
  groups: TopicGroup[]
  topics: Map<string, Topic>
  /** The facts of each topic, by the topic's id and the fact's name. */
  facts: Map<string, Record<string, FactDefinition>>
  /** What a change means, by a topic's id. */
  changes: Map<string, TopicMeaning>
  licenses: Map<string, License>
  /**
   * How clauses are cited whose place does not say it, by text (`llama-3.1/use-policy`) and place: `citedAs` reads it.
   */
  citations: Record<string, Record<string, string>>
  models: Model[]
  /** Words of a model's name that change neither its license nor what it takes in. */
  variants: string[]
  dateDifferences: DateDifference[]
  /** Terms by `license/topic`. */
  terms: Map<string, Term | Absence>
  /** By a topic's id. */
  cues: Record<string, TopicCues>
  /** What a review reads papers of others with. */
  evidence: EvidenceWords
  positions: Map<string, Position>
  /** Those positions that have figures, with `{{figures.KEY}}` in their words where a figure goes. */
  unfilled: Map<string, Position>
  /** How positions stand to each other that were read together. */
  positionPairs: PositionPairs
  flowDowns: Map<string, FlowDown>
  risks: Map<string, Risk>
  duties: Map<string, Duty>
  /** Topics on which every answer rests. */
  basis: string[]
  /** What a client may do with a use under a license, worst first. */
  paths: PathMeaning[]
  /** In the order in which they are tried. */
  enough: Enough[]
  /** What ends a past use of a model that is retired. */
  over: string
  /** None where the library lists no place to check. */
  tradeChecks?: TradeChecks
  limits: Limit[]
  breaches: Breach[]
  openPoints: OpenPoint[]
  policyItems: PolicyItem[]
  statements: Statement[]
  contradictions: Contradiction[]
  paperContradictions: PaperContradiction[]
  paperDuties: PaperDuty[]
  silences: Silence[]
  /** Facts that are told and by which nothing is decided, each with the reason. */
  toldFacts: Record<'terms' | 'matters', { reason: string; facts: string[] }[]>
  incidents: Map<string, Incident>
  vendorKinds: Map<string, VendorKind>
  /** What it means that a kind of vendor has a trait, by the trait's id. */
  vendorTraits: Map<string, string>
  advisory: AdvisoryEntry[]
  tables: LibraryTable[]
  /** SHA-256 over all files in order of their paths, those of a house included: the library's version in a record. */
  digest: string
  /** The firm's own layer over it, where it has one. */
  house?: House
}
