import type { CoherencePaper } from '../../coherence/index.ts'
import type { Library } from '../../library/index.ts'
import type { Assessed, Assessment, Judged, Matter, MatterUse } from '../../matter/index.ts'
import type { AmendedLicense } from '../../redline/types.ts'
import type { OfficialText } from '../../texts/index.ts'
import type { AddendumForm } from '../flow-down/choose.ts'
import type { AddendumConflict } from '../flow-down/conflict.ts'
import type { Departure } from '../flow-down/departures.ts'
import type { TemplateSource, Templates } from '../template/templates.ts'

/** What a draft is made from. */
export interface DraftInput {
  templates: Templates
  /** The facts of all uses together. */
  matter: Matter
  /** The matter as it was given, uses apart; `draft` fills it in. */
  given?: Matter
  /** Each use by itself, where the matter has several; `draft` fills it in. */
  uses?: readonly MatterUse[]
  library: Library
  assessment?: Assessment
  /** The amendments of each license that the matter negotiates. */
  redline?: AmendedLicense[]
  /** What the document stands beside in the deal, for the check of the whole: the licenses as amended, the letter. */
  beside?: CoherencePaper[]
  /** Papers of the deal that the check of the whole could not read, each with the reason. */
  unchecked?: string[]
  /** Official texts that are on this machine. */
  texts?: OfficialText[]
  options: DraftOptions
}

/** How a document is drafted. */
export interface DraftOptions {
  /** A missing fact becomes a blank; without it, an error. */
  allowBlanks?: boolean
  /** What the facts say against the document becomes a note in it; without it, an error. Never in a final one. */
  allowConflicts?: boolean
  /** For the other side: no note, name of the matter, id or digest of ours in text, properties or parts. */
  forCounterparty?: boolean
  /** Of an addendum: all clauses, or those of Llama alone; by default what `agreement.covers` says. */
  form?: AddendumForm
  /** Of an addendum: its fields on a cover page, and its clauses as standard terms behind it. */
  cover?: boolean
  /** Takes off the mark of a draft; refused while blanks are left. */
  final?: boolean
  paper?: 'A4' | 'Letter'
  /** ISO date; by default the matter's `document.date`. */
  date?: string
  /** ISO date of the day on which it is made, by which a day to come is told from one that is over. */
  today?: string
  /** By default the matter's `document.author`. */
  author?: string
  /** Which vendor of the matter it is for; by default the one under `vendor`, or the only one. */
  vendor?: string
}

/**
 * What a document reads of the library by name, so that the library check can say what a change of `clauses/` breaks.
 */
export interface DocumentReads {
  /** Topics whose terms it tells or cites. */
  topics?: readonly string[]
  /** Facts of terms that it decides by or prints: `model-naming.name_element`. */
  facts?: readonly string[]
  /** Silences of the licenses that it tells. */
  silences?: readonly string[]
  /** Flow-downs that its words depend on. */
  flowDowns?: readonly string[]
  /** Traits of vendors. */
  traits?: readonly string[]
  /** It goes through all topics, whatever they are called. */
  everyTopic?: true
  /** What it tells of the assessment: it then reads all facts that those parts are from. */
  assessment?: readonly Assessed[]
  /** What it judges by the library's conditions: it then reads all facts that those read. */
  judges?: readonly Judged[]
}

/** One document that can be drafted. `V` is its view: what its template may name. */
export interface DocumentKind<V extends object = object> {
  /** As in `clausebook draft side-letter`; also the name of its template. */
  id: string
  title: string
  /** One line for a list of documents. */
  summary: string
  orientation?: 'portrait' | 'landscape'
  /** Smaller type and less space: it has to be short. */
  compact?: true | ((input: DraftInput) => boolean)
  /** It is for one vendor: what the matter says of that one in its list is read as of the vendor. */
  forVendor?: true
  /** Printed in the header: `Confidential`. */
  marking?: string
  /** It is for counsel and client alone: privileged where the matter says so, else confidential and no legal advice. */
  forCounsel?: true
  /** It goes to the other side, so that the final paper says nothing of us. */
  toOthers?: true
  /**
   * Facts of the matter that it reads beside those of the conditions that it judges by, for its form:
   * `client.affiliates[].name`. Groups are not named, since a fact that is renamed in one would go unseen.
   */
  needs: readonly string[]
  reads: DocumentReads
  /** It has a form of Llama terms beside the full one, and a cover page. */
  forms?: true
  /** It is read for what does not fit together in it, and with the other papers of the deal. */
  coheres?: true
  /**
   * Whether it speaks of the positions that the matter takes: only then `redline` is worked out for it, and it reads what
   * the positions are chosen by.
   */
  negotiates?: true
  /**
   * The document's own part of the view; `matter` (the facts) and `draft` (date, author, final) are added to it.
   *
   * @throws Problem where the document cannot be made of the input
   */
  view(input: DraftInput): V
  /**
   * What the facts say against the document.
   *
   * @throws Problem as `view` does
   */
  conflicts?(input: DraftInput): AddendumConflict[]
  /** What is said of how it is drafted, to whoever drafts it. */
  notices?(input: DraftInput): string[]
  /** What of it somebody must approve before it goes out. */
  departures?(input: DraftInput): Departure[]
  /** Partials that come from the library, by name: `{{> (part flow.partial)}}`. */
  parts?(input: DraftInput): Record<string, TemplateSource>
  /** Licenses whose digests the record names; by default all that the matter uses. */
  licenses?(input: DraftInput): string[]
}
