import { Problem } from '../problem.ts'

/** Documents as they were drafted, each kept with what it was made of; none is ever written over. */
export interface Drafts {
  /** Keeps a draft; the same bytes for the same matter are one. */
  keep(asked: AskedDraft): Promise<KeptDraft>
  /** A page of them, the newest first; none is read whole. */
  list(page?: DraftPage): Promise<DraftList>
  /** @throws NoSuchDraft */
  open(name: string): Promise<OpenDraft>
  /** Those of these bytes, the newest first. */
  having(sha256: string): Promise<OpenDraft[]>
  /** Says that it was sent. @throws NoSuchDraft, NotYours; Problem where it was before */
  sent(name: string, by: string): Promise<KeptDraft>
  /** Takes it away for good. @throws NoSuchDraft, NotYours; Problem where it was sent */
  remove(name: string, by: string): Promise<void>
}

/** A draft that is to be kept. */
export interface AskedDraft {
  /** `side-letter` */
  document: string
  /** Title of the matter that it was drafted for, or of what stands in its place. */
  title: string
  /** The matter of the store and its version; left out: it is a file of somebody's, and the draft his alone. */
  matter?: { name: string; version: number }
  vendor?: string
  /** `docx` */
  format: string
  content: Uint8Array
  /** What it was made of, as JSON, where the format has one. */
  record?: string
  by: string
}

export interface KeptDraft extends Omit<AskedDraft, 'content' | 'record' | 'matter'> {
  /** `acme-search-side-letter-2` */
  name: string
  /** Name of the matter as it was then, and its version. */
  matter?: { name: string; version: number }
  /** When, ISO 8601. */
  at: string
  sha256: string
  /** When it was sent, ISO 8601, and who says so. */
  sent?: { at: string; by: string }
}

export interface OpenDraft extends KeptDraft {
  content: Uint8Array
  record?: string
}

/** Which of the drafts. */
export interface DraftPage {
  /** From 1. */
  page?: number
  size?: number
  /** Words of the name, the title, the vendor, the matter or who drafted it. */
  find?: string
}

export interface DraftList {
  drafts: KeptDraft[]
  /** How many there are on all pages. */
  total: number
  page: number
  pages: number
}

export class NoSuchDraft extends Problem {
  constructor() {
    super('no-such-draft', 'there is no such draft: clausebook drafts list tells which there are')
  }
}
