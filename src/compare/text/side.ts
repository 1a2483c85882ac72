import type { Agreement, Omission, StoryKind } from '../../agreement/index.ts'
import type { Library, TextKind } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import { libraryIdentity, libraryText } from '../knowledge.ts'
import type { ComparedText, SideName, TextIdentity } from '../types.ts'
import { policyApart } from './policy.ts'
import { treesOf } from './trees.ts'
import type { Side, SideText, StoryTree, TextToCompare } from './types.ts'

/** Which text of a license an id names. */
export function documentOf(id: string): TextKind {
  return /^[^/@]*\/use-policy\b/.test(id) ? 'use-policy' : 'agreement'
}

/**
 * Reads a side: a license with its use policy, one of the two, or a file from which an attached policy is split off.
 *
 * @throws Problem where it has no words
 */
export function readSide(text: TextToCompare, side: SideName): Side {
  const { id, known, document } = text
  const { unread = [], leftOut = [] } = document ?? {}
  const shared = {
    id,
    known,
    unread: unread.map((one) => ({ ...one, side })),
    leftOut: leftOut.map((one) => ({ ...one, side })),
    notes: [...(text.notes ?? document?.notes ?? []), ...(text.policy?.notes ?? [])],
  }
  if (known)
    return { ...shared, texts: [officialText(text), ...(text.policy ? [officialText(text.policy)] : [])] }
  const { body, stories } = treesOf(text)
  if (body.children.length === 0 && stories.length === 0) throw noWords(id, unread)
  const { own, policy } = policyApart(body)
  const part = (agreement: Agreement, kind: TextKind, beside: StoryTree[]): SideText => ({
    document: kind,
    id,
    known,
    sha256: text.sha256 ?? '',
    title: agreement.title,
    body: agreement,
    stories: beside,
  })
  return {
    ...shared,
    texts: [
      ...(own ? [part(own, 'agreement', stories)] : []),
      ...(policy ? [part(policy, 'use-policy', own ? [] : stories)] : []),
    ],
  }
}

/** A file without a word: scanned pages say what to do, the rest what was not read. */
function noWords(file: string, unread: readonly Omission[]): Problem {
  const scanned = unread.filter(({ kind }) => kind === 'scanned-page').length
  if (scanned > 0) {
    const pages = scanned === 1 ? 'its page is a picture' : `its ${scanned} pages are pictures`
    return new Problem(
      'scanned',
      `has no words to compare, since ${pages}: let a scanning program recognise the text, and save it as PDF or .docx`,
      { file },
    )
  }
  const [first] = unread
  const why = first ? `: ${first.place || first.kind} was not read (${first.kind.replaceAll('-', ' ')})` : ''
  return new Problem('empty', `has no words to compare${why}`, { file })
}

function officialText(text: TextToCompare): SideText {
  const { id, known, sha256 = '' } = text
  const shared = { document: documentOf(id), id, known, sha256 }
  if (text.source === undefined && text.document === undefined) return { ...shared, title: '', stories: [] }
  const { body, stories } = treesOf(text)
  if (body.children.length === 0) throw new Problem('empty', 'has no words to compare', { file: id })
  return { ...shared, title: body.title, body, stories }
}

/** What a text is, for the head of a report. */
export function identityOf(library: Library, { id, known, title, sha256 }: SideText): TextIdentity {
  const official = known ? libraryText(library, id) : undefined
  return official ? libraryIdentity(official, id, sha256 || undefined) : { id, title, sha256 }
}

/** The same, for the list of the texts of a side. */
export function comparedText(library: Library, text: SideText): ComparedText {
  const { id, title, sha256 } = identityOf(library, text)
  return { document: text.document, id, title, sha256 }
}

/** The order in which stories are read: what a reader meets first. */
export const storyOrder: readonly StoryKind[] = [
  'body',
  'boxes',
  'links',
  'footnotes',
  'endnotes',
  'headers',
  'footers',
  'comments',
]
