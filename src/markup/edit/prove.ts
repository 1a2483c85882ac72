import { elementsOf, openPackage, splicePart, type WordPackage, writePackage } from '../../ooxml/index.ts'
import { Problem } from '../../problem.ts'
import { outline } from '../proof/outline.ts'
import { resolvePackage } from '../resolve/file.ts'
import { resolvePart } from '../resolve/part.ts'
import { type EditableWord, editable } from './editable.ts'
import { wordsOfParagraph } from './paragraphs.ts'
import type { WordEdit } from './types.ts'

/**
 * Reads an edited file again.
 *
 * @param ours the ids of the marks that are ours
 * @throws Problem where it does not say what the file said with our edits rejected, or not what was asked with all accepted
 */
export function proveEdits(
  edited: WordPackage,
  word: EditableWord,
  edits: readonly WordEdit[],
  ours: ReadonlySet<number>,
): void {
  const before = rejected(edited, ours)
  for (const as of ['accept', 'reject'] as const)
    requireSame(linesOf(resolvePackage(before, { as })), linesOf(resolvePackage(word.file, { as })))
  requireSame(said(editable(edited).paragraphs.map(wordsOfParagraph)), said(expected(word, edits)))
}

/** The file with our edits rejected and the others' as they are. */
function rejected(file: WordPackage, ours: ReadonlySet<number>): WordPackage {
  const part = file.xml(file.main)
  const text = resolvePart(part.root, part.text, ({ attributes }) =>
    ours.has(Number(attributes['w:id'])) ? 'reject' : 'keep',
  )
  const whole = [{ start: 0, end: part.text.length, text }]
  return openPackage(writePackage(file, new Map([[part.name, splicePart(file, part.name, whole)]])))
}

function linesOf(bytes: Uint8Array): string[] {
  const file = openPackage(bytes)
  const { root } = file.xml(file.main)
  return outline(file, file.main, elementsOf(root, 'w:body')[0] ?? root)
}

/** The words of all paragraphs as they should read. */
function expected({ paragraphs }: EditableWord, edits: readonly WordEdit[]): string[] {
  return paragraphs.flatMap((paragraph) => {
    let words = edits.some((edit) => edit.kind === 'gone' && edit.paragraph === paragraph)
      ? ''
      : wordsOfParagraph(paragraph)
    const own = edits.flatMap((edit, given) =>
      edit.kind === 'words' && edit.at.paragraph === paragraph ? [{ ...edit, given }] : [],
    )
    // From the end, so that the places before stay where they are.
    own.sort((a, b) => b.at.start - a.at.start || b.at.end - a.at.end || b.given - a.given)
    for (const { at, text } of own) words = words.slice(0, at.start) + text + words.slice(at.end)
    const added = edits.flatMap((edit) => {
      if (edit.kind !== 'clause' || edit.after !== paragraph) return []
      return [edit.label === undefined ? edit.text : `${edit.label} ${edit.text}`]
    })
    return [words, ...added]
  })
}

/** Lines with words: whether a paragraph that went has left an empty one behind is no matter. */
function said(lines: readonly string[]): string[] {
  return lines.filter((line) => line.trim() !== '')
}

/** White space between a number and its words is as the file has it. */
function folded(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}

function requireSame(found: readonly string[], wanted: readonly string[]): void {
  const most = Math.max(found.length, wanted.length)
  for (let at = 0; at < most; at += 1) {
    const [one, other] = [folded(found[at] ?? ''), folded(wanted[at] ?? '')]
    if (one !== other)
      throw new Problem(
        'redline-proof',
        `the file is not written, since paragraph ${at + 1} would read “${one.slice(0, 80)}” and not “${other.slice(0, 80)}”: please report it`,
      )
  }
}
