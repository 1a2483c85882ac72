import { type Edit, endsOf, type Library, type License, wholeSection } from '../library/index.ts'
import { instructionOf } from './instruction.ts'
import { addedPaths } from './numbering.ts'
import { inOrder } from './order.ts'
import { type Outline, outlineOfLibrary, outlineOfText, withAdded } from './outline.ts'
import { spaceBetween } from './spacing.ts'
import type { Amendment, PlacedEdit, PositionEdit, Redline } from './types.ts'
import { printedWords } from './words.ts'

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
  const paths = withAdded(outline.paths, added)
  const rows = ordered.map((one) => {
    const at = adds.indexOf(one)
    return { one, path: added[at]?.path ?? one.edit.section, after: added[at]?.after ?? '' }
  })
  rows.sort((a, b) => paths.indexOf(a.path) - paths.indexOf(b.path) || placeOf(a.one) - placeOf(b.one))
  return rows.map(({ one: { edit, position, level }, path, after }, index) => ({
    license: license.id,
    section: path,
    sectionName: nameOf(outline, path, edit),
    position,
    level,
    topic: library.positions.get(position)?.topic ?? '',
    instruction: instructionOf(edit, {
      name: outline.nameOf(edit.section),
      added: nameOf(outline, path, edit),
      after: outline.nameOf(after),
      follows: followsAt(rows[index - 1]?.one, { edit, position, level }),
    }),
    ...wordsOf(edit),
  }))
}

function nameOf(outline: Outline, path: string, { operation }: Edit): string {
  const name = outline.nameOf(path)
  return operation === 'add_clause' ? name.replace(/^the (?=definition)/, '') : name
}

function placeOf(edit: PositionEdit | PlacedEdit): number {
  return 'start' in edit ? edit.start : 0
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
function wordsOf({ operation, anchor, text }: Edit): { current: string; proposed: string } {
  const words = printedWords(text)
  if (operation === 'add_clause') return { current: '', proposed: words }
  const current = anchor === wholeSection ? 'The whole Section' : printedWords(anchor)
  if (operation === 'delete') return { current, proposed: '' }
  if (operation === 'replace') return { current, proposed: words }
  const shown = endsOf(anchor)?.[operation === 'insert_after' ? 1 : 0] ?? current
  const [left, right] = operation === 'insert_after' ? [shown, words] : [words, shown]
  return { current: shown, proposed: left + (spaceBetween(left.at(-1), right[0]) ? ' ' : '') + right }
}
