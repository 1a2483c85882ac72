import type { Agreement, Clause } from '../../agreement/index.ts'
import type { Templates } from '../../draft/index.ts'
import type { Level, Library } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import type { Review } from '../types.ts'
import type { Site } from './sites.ts'
import type { Span } from './their-sentences.ts'
import type { Proposal } from './types.ts'

/** How a paper is marked up. */
export interface MarkOptions {
  /** The level to ask for; by default what the matter asks of each. */
  level?: Level
  /** Flow-downs to mark; by default all. */
  only?: ReadonlySet<string>
  /** Whether words are asked for in comments alone. */
  commentOnly?: boolean
}

/** What a paper is marked up from. */
export interface MarkInput extends MarkOptions {
  agreement: Agreement
  review: Review
  matter: Matter
  library: Library
  templates: Templates
  /** Whether words of theirs can be changed where they stand; by default they can. */
  canChange?: (span: Span) => boolean
}

/** A clause of ours in its place. */
export interface PlannedClause {
  flowDown?: string
  site: Site
  heading: string
  /** The paragraphs, each with the mark that is typed before it (empty for one alone) and how deep it stands in a list. */
  paragraphs: { mark: string; text: string; depth?: number }[]
  /** Words of theirs in whose place it stands: it keeps their number. */
  instead?: Span
  remark?: string[]
}

/** Words of theirs that become others. */
export interface PlannedChange {
  flowDown: string
  span: Span
  text: string
  remark?: string[]
}

/** A comment on words of theirs that stay. */
export interface PlannedRemark {
  /** Empty where it is on what runs against a license. */
  flowDown: string
  clause: Clause
  remark: string[]
}

/** A term of ours among those that a paper defines. */
export interface PlannedDefinition {
  after: Clause
  like: Clause
  label: string
  text: string
}

/** All that is marked in a paper. */
export interface MarkPlan {
  /** By flow-down, all rows of the review. */
  proposals: Map<string, Proposal>
  clauses: PlannedClause[]
  definitions: PlannedDefinition[]
  changes: PlannedChange[]
  remarks: PlannedRemark[]
  /** Their word for a section. */
  section: string
}
