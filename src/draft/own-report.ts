import type { Root } from 'mdast'
import { markingFor } from '../matter/index.ts'
import type { DraftDocument } from './types.ts'

/** What stands around a report for our own side in its file. */
export interface OwnReportOptions {
  author?: string
  /** ISO date. */
  date?: string
  privileged?: boolean
}

/** What a report is made of. */
export interface OwnReport extends Pick<DraftDocument, 'id' | 'title'> {
  children: Root['children']
  /** Title of the matter. */
  matter: string
  libraryDigest: string
  /** Whether it is a list of wide tables, which lie on their side. */
  wide?: boolean
}

/** A report for our own side as a document: a draft, marked as what it is. */
export function ownReport(
  { id, title, children, matter, libraryDigest, wide = false }: OwnReport,
  { author, date, privileged = false }: OwnReportOptions,
): DraftDocument {
  return {
    id,
    title,
    language: 'en-US',
    paper: 'Letter',
    orientation: wide ? 'landscape' : 'portrait',
    ...(wide && { compact: true }),
    tree: { type: 'root', children },
    properties: {
      matter,
      status: 'Draft',
      libraryDigest,
      textDigests: {},
      marking: markingFor({ privileged }),
      ...(author !== undefined && { author }),
      ...(date !== undefined && { date }),
    },
    blanks: [],
    messages: [],
  }
}

/** What the first lines of a report end with: who reviews it, and that it is no advice where nobody's privilege is on it. */
export function reviewNote(privileged: boolean): string {
  const advice = privileged ? '' : ' It is legal information and drafting mechanics, not legal advice.'
  return `A lawyer reviews this before anyone relies on it.${advice}`
}
