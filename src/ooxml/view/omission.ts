import type { Field, Paragraph } from '../model/types.ts'
import type { Styles } from '../style/styles.ts'
import type { OmissionKind, ViewedPiece } from './types.ts'

/** Tells of each piece of a paragraph whether it is left out, and why. */
export type Omissions = (pieces: ViewedPiece[], sources: readonly Paragraph[]) => ViewedPiece[]

const CONTENTS = new Set(['TOC', 'TOA', 'INDEX'])
const PAGES = new Set(['PAGE', 'PAGEREF', 'NUMPAGES', 'SECTIONPAGES'])

/**
 * The rules by which pieces are left out. Entries of a table of contents must look like entries: a clause that somebody
 * put among them is read.
 *
 * @param hidden whether hidden text is read
 */
export function omissions(styles: Styles, hidden: boolean): Omissions {
  const isEntryStyle = (id: string | undefined) =>
    styles.chain('paragraph', id).some(({ name }) => /^(?:toc|index) ?\d$|^table of |^toa /.test(name))
  return (pieces, sources) => {
    const entry = inContents(pieces) && (isEntryStyle(sources[0]?.properties.style) || looksLikeEntry(pieces))
    return pieces.map((piece) => {
      const omitted = omissionOf(piece, entry, hidden)
      return omitted ? { ...piece, omitted } : piece
    })
  }
}

function omissionOf({ piece, text }: ViewedPiece, entry: boolean, hidden: boolean): OmissionKind | undefined {
  if (text === '') return undefined
  if (piece.instruction?.closed) return 'field-code'
  if (piece.run.hidden && !hidden) return 'hidden'
  if (!piece.field && !piece.control) return undefined
  if (entry && isContents({ piece, text })) return 'contents'
  if (
    /^[\s\d\p{Nl}ivxlcdm–-]{1,12}$/iu.test(text) &&
    fieldsAround(piece.field).some(({ kind }) => PAGES.has(kind))
  ) {
    return 'page-number'
  }
  return undefined
}

function inContents(pieces: ViewedPiece[]): boolean {
  return pieces.some(isContents)
}

/** In a field that makes a table of contents, or in the control that holds one. */
function isContents({ piece }: ViewedPiece): boolean {
  if (fieldsAround(piece.field).some(({ kind }) => CONTENTS.has(kind))) return true
  for (let control = piece.control; control; control = control.outer) {
    if (control.gallery === 'Table of Contents') return true
  }
  return false
}

/** A link into the document, the number of a page, or a tab and a number at the end. */
function looksLikeEntry(pieces: ViewedPiece[]): boolean {
  return (
    pieces.some(({ piece }) => piece.link?.startsWith('#') || piece.field?.kind === 'PAGEREF') ||
    /\t\s*[\divxlc]{1,6}\s*$/i.test(pieces.map(({ text }) => text).join(''))
  )
}

function fieldsAround(field: Field | undefined): Field[] {
  const fields: Field[] = []
  for (let one = field; one; one = one.outer) if (one.closed) fields.push(one)
  return fields
}
