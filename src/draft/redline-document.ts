import type { BlockContent, PhrasingContent, Root } from 'mdast'
import type { License } from '../library/index.ts'
import { markingFor } from '../matter/index.ts'
import { type AmendedLicense, commentsOf } from '../redline/index.ts'
import { licenseClauses } from './tree/directive/license-text.ts'
import type { DraftDocument } from './types.ts'

/** What stands around a redline in its file. */
export interface RedlineDocumentOptions {
  author: string
  /** ISO date. */
  date: string
  /** Name of the matter. */
  matter: string
  libraryDigest: string
  textDigests: Record<string, string>
  /** Whether the file stays with us. */
  internal: boolean
  /** Whether counsel makes it for the purpose of legal advice. */
  privileged?: boolean
  /** Its status on the way to the other side, where it goes there: it then names neither us nor the matter. */
  outbound?: string
}

/** A license with the changes marked in it, each explained above it, as a document for a page or as Markdown. */
export function redlineDocument(
  { chosen, amendments, redline }: AmendedLicense,
  { title }: License,
  { internal, privileged = false, outbound, matter, ...properties }: RedlineDocumentOptions,
): DraftDocument {
  const explained = commentsOf(chosen, { internal }).flatMap(
    ({ position, title: name, text }): BlockContent[] => {
      const own = amendments.filter((amendment) => amendment.position === position)
      const sections = [...new Set(own.map(({ sectionName }) => sectionName.replace(/^the /, '')))]
      return own.length === 0 ? [] : [heading(3, `${name} (${sections.join(', ')})`), ...text.map(paragraph)]
    },
  )
  const tree: Root = {
    type: 'root',
    children: [
      heading(1, `${title}: proposed changes`),
      paragraph(
        `${outbound === undefined ? ofReview(internal && privileged) : ''}Inserted words are underlined and deleted words struck through.`,
      ),
      heading(2, 'What is proposed, and why'),
      ...explained,
      heading(2, 'The text with the changes'),
      ...licenseClauses(redline?.clauses ?? []),
    ],
  }
  return {
    id: 'redline',
    title: `${title}: proposed changes`,
    language: 'en-US',
    paper: 'Letter',
    orientation: 'portrait',
    tree,
    ...(outbound !== undefined && { outbound: true as const }),
    properties: {
      ...properties,
      ...(outbound === undefined
        ? { matter, status: 'Draft' }
        : { matter: '', status: outbound, libraryDigest: '', textDigests: {} }),
      ...(internal ? { marking: markingFor({ privileged }) } : {}),
    },
    blanks: [],
    messages: [],
  }
}

function ofReview(privileged: boolean): string {
  return `Draft for review by counsel: a lawyer reviews this document before anyone sends or relies on it. ${privileged ? '' : 'It is legal information and drafting mechanics, not legal advice. '}`
}

function heading(depth: 1 | 2 | 3, words: string): BlockContent {
  return { type: 'heading', depth, children: [text(words)] }
}

function paragraph(words: string): BlockContent {
  return { type: 'paragraph', children: [text(words)] }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}
