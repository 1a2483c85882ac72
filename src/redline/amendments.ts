import { definedTerms } from '../agreement/index.ts'
import { endsOf, wholeSection } from '../library/anchor.ts'
import type { Edit, Library, License } from '../library/index.ts'
import { printedWords } from './edit-words.ts'
import { instructionOf } from './instruction.ts'
import { addedPaths } from './numbering.ts'
import { inOrder } from './order.ts'
import { type Outline, outlineOfLibrary, outlineOfText, withAdded } from './outline.ts'
import { spaceBetween } from './spacing.ts'
import type { Amendment, PlacedEdit, PositionEdit, Redline } from './types.ts'

/**
 * Edits in the words of a letter, in the order of the sections. Where the official text is here, amendments of one
 * section come in the order of their places in it.
 *
 * @param redline the same edits made in the official text, where it is here
 * @example amendmentsOf(editsFor(chosen, license), license, library)[0].instruction
 */
export function amendmentsOf(
  edits: readonly PositionEdit[],
  license: License,
  library: Library,
  redline?: Redline,
): Amendment[] {
  const outline = redline ? outlineOfText(redline.before, license) : outlineOfLibrary(library, license)
  const ordered: (PositionEdit | PlacedEdit)[] = redline?.edits ?? inOrder(edits)
  const adds = ordered.filter(({ edit }) => edit.operation === 'add_clause')
  const added = addedPaths(
    adds.map(({ edit }) => edit),
    outline.paths,
  )
  const names = new Map(
    adds.map(({ edit }, at) => [added[at]!.path, nameOfAdded(added[at]!.path, edit, outline)]),
  )
  const nameOf = (path: string) => names.get(path) ?? outline.nameOf(path)
  const paths = withAdded(outline.paths, added)
  const rows = ordered.map((one) => {
    const at = adds.indexOf(one)
    return { one, path: added[at]?.path ?? one.edit.section, after: added[at]?.after ?? '' }
  })
  rows.sort((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path) || placeOf(a.one) - placeOf(b.one))
  return rows.map(({ one, path, after }, index) => ({
    license: license.id,
    section: path,
    sectionName: nameOf(path),
    position: one.position,
    level: one.level,
    topic: library.positions.get(one.position)?.topic ?? '',
    instruction: instructionOf(one.edit, {
      name: nameOf(path),
      after: after.startsWith('definition.') && names.has(after) ? `the ${nameOf(after)}` : nameOf(after),
      follows: followsAt(rows[index - 1]?.one, one),
    }),
    ...editWords(one.edit),
  }))
}

/** `Section 8`, `definition of “monthly active users”` as the definition itself writes its term. */
function nameOfAdded(path: string, { text }: Edit, outline: Outline): string {
  const [term] = path.startsWith('definition.') ? definedTerms(printedWords(text)) : []
  return term === undefined ? outline.nameOf(path) : `definition of “${term}”`
}

/** Where words are put, or else go; without the text nobody knows. */
function placeOf(one: PositionEdit | PlacedEdit): number {
  if (!('start' in one)) return 0
  return one.edit.operation === 'insert_after' ? one.end : one.start
}

/** Whether two neighbouring insertions are after the same words. */
function followsAt(before: PositionEdit | undefined, { edit }: PositionEdit): boolean {
  return (
    before?.edit.operation === 'insert_after' &&
    edit.operation === 'insert_after' &&
    before.edit.section === edit.section &&
    (before.edit.anchor.endsWith(edit.anchor) || edit.anchor.endsWith(before.edit.anchor))
  )
}

/** What stands there, and what stands there then, for a table. */
function editWords({ operation, anchor, text }: Edit): { current: string; proposed: string } {
  const words = printedWords(text)
  if (operation === 'add_clause') return { current: '', proposed: words }
  const current = anchor === wholeSection ? 'The whole Section' : printedWords(anchor)
  if (operation === 'delete') return { current, proposed: '' }
  if (operation === 'replace') return { current, proposed: words }
  const shown = endsOf(anchor)?.[operation === 'insert_after' ? 1 : 0] ?? current
  const [left, right] = operation === 'insert_after' ? [shown, words] : [words, shown]
  return { current: shown, proposed: left + (spaceBetween(left.at(-1), right[0]) ? ' ' : '') + right }
}
