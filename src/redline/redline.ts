import { type Agreement, type Clause, clausesOf, definedTerms, parseAgreement } from '../agreement/index.ts'
import { conflictsIn, requireNoConflict } from './conflicts.ts'
import { printedWords } from './edit-words.ts'
import { addedPaths, isNumbered, partOf } from './numbering.ts'
import { inOrder } from './order.ts'
import { piecesOf } from './pieces.ts'
import { placeEdits } from './place.ts'
import type { MarkedClause, MarkedPiece, PlacedEdit, PositionEdit, Redline } from './types.ts'

/**
 * Makes edits in an agreement. Pure, and the same whatever the order of the edits; the agreement before and the one
 * after are both in the marked clauses.
 *
 * @param license its name in what is thrown
 * @throws Problem `section`, `anchor` or `conflict` where an edit cannot be made
 * @example
 * redlineOf(parseAgreement(source), 'llama-3.1', editsFor(chosen, license)).clauses
 */
export function redlineOf(before: Agreement, license: string, edits: readonly PositionEdit[]): Redline {
  const placed = placeEdits(before, license, inOrder(edits))
  requireNoConflict(license, conflictsIn(before, placed))
  const clauses: MarkedClause[] = []
  const added = newClauses(before, placed)
  const children = before.children.flatMap((clause) => edited(clause, 0, { placed, added, clauses }))
  return { before, after: { ...before, children }, clauses, edits: placed }
}

interface NewClause {
  clause: Clause
  position: string
}

interface Editing {
  placed: readonly PlacedEdit[]
  /** Clauses that are added, by the section after which they stand. */
  added: Map<string, NewClause[]>
  /** What is marked so far, in reading order. */
  clauses: MarkedClause[]
}

/** A clause after the edits, and what stands after it; nothing where it goes. */
function edited(clause: Clause, depth: number, editing: Editing): Clause[] {
  const own = editing.placed.filter(
    ({ path, edit }) => path === clause.path && edit.operation !== 'add_clause',
  )
  const pieces = own.length === 0 ? unchanged(clause.text) : piecesOf(clause.text, own)
  const text = textAfter(pieces)
  const deleted = own.length > 0 && text === '' && clause.children.length === 0
  editing.clauses.push({
    path: clause.path,
    kind: clause.kind,
    label: clause.label,
    depth,
    heading: clause.heading ?? '',
    pieces,
    added: false,
    deleted,
  })
  const children = clause.children.flatMap((child) => edited(child, depth + 1, editing))
  const after: Clause[] = deleted
    ? []
    : own.length === 0
      ? [{ ...clause, children }]
      : [reread(clause, text, children)]
  for (const { clause: fresh, position } of editing.added.get(clause.path) ?? []) {
    editing.clauses.push({
      path: fresh.path,
      kind: fresh.kind,
      label: fresh.label,
      depth,
      heading: fresh.heading ?? '',
      pieces: [{ op: 'insert', text: fresh.text, position }],
      added: true,
      deleted: false,
    })
    after.push(fresh)
  }
  return after
}

function unchanged(text: string): MarkedPiece[] {
  return text === '' ? [] : [{ op: 'equal', text }]
}

/** The words as they read once all changes are made. */
export function textAfter(pieces: readonly MarkedPiece[]): string {
  return wordsWithout(pieces, 'delete')
}

/** The words as they read before any change. */
export function textBefore(pieces: readonly MarkedPiece[]): string {
  return wordsWithout(pieces, 'insert')
}

function wordsWithout(pieces: readonly MarkedPiece[], without: MarkedPiece['op']): string {
  return pieces
    .filter(({ op }) => op !== without)
    .map(({ text }) => text)
    .join('')
}

/** A clause with other words: its heading, terms and enumerations are read from them. */
function reread(clause: Clause, text: string, children: Clause[]): Clause {
  const { heading: _, terms: __, ...rest } = clause
  return { ...rest, ...readWords(clause.path, text), text, children }
}

/** What a clause's words say of it, as the parser reads them behind a number. */
function readWords(path: string, text: string): Pick<Clause, 'items'> & Partial<Clause> {
  const terms = definedTerms(text)
  const [read] = parseAgreement(`1. ${text}`, { format: 'text' }).children
  const same = read?.text === text
  return {
    ...(same && read.heading !== undefined ? { heading: read.heading } : {}),
    ...(terms.length > 0 ? { terms } : {}),
    items: same
      ? read.items.map((item) => ({ ...item, path: path + item.path.slice(read.path.length) }))
      : [],
  }
}

function newClauses(before: Agreement, placed: readonly PlacedEdit[]): Map<string, NewClause[]> {
  const clauses = new Map(clausesOf(before).map((clause) => [clause.path, clause]))
  const adds = placed.filter(({ edit }) => edit.operation === 'add_clause')
  const paths = addedPaths(
    adds.map(({ edit }) => edit),
    [...clauses.keys()],
  )
  const added = new Map<string, NewClause[]>()
  adds.forEach(({ edit, position }, at) => {
    const clause = newClause(paths[at]!.path, clauses.get(edit.section)!, printedWords(edit.text))
    added.set(edit.section, [...(added.get(edit.section) ?? []), { clause, position }])
  })
  return added
}

/** A clause of the same kind as the one that it stands after, numbered in the same dress. */
function newClause(path: string, model: Clause, text: string): Clause {
  const part = partOf(path)
  const numbered = isNumbered(path) && model.number !== ''
  const own = /^[\d.]+$/.test(model.number) ? partOf(model.number) : model.number
  const number = numbered ? model.number.slice(0, model.number.length - own.length) + part : ''
  const kind = numbered || definedTerms(text).length === 0 ? model.kind : 'definition'
  return {
    type: 'clause',
    kind,
    path,
    ordinal: path,
    citation: path,
    label: numbered ? model.label.replace(model.number, number) : model.label,
    number,
    ...readWords(path, text),
    text,
    children: [],
    position: model.position,
  }
}
