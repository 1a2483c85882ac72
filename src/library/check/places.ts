import type { Place } from '../../problem.ts'
import { contentAt } from '../folder.ts'
import type { LibraryReading } from '../read-library.ts'
import type { Reader } from '../reading.ts'
import type { Absence, Term } from '../types.ts'

/** Place of a value in the file of a term or a silence, which may be the file of the license that it inherits from. */
export function placeInTerm(
  { files }: Pick<LibraryReading, 'files'>,
  term: Term | Absence,
  path: PropertyKey[] = [],
): Place {
  const own = files.get(term.inheritedFrom ?? term.license)
  if (term.absent) return own?.absent?.source.at([term.topic]) ?? { file: term.file }
  return own?.terms.get(term.topic)?.source.at(path) ?? { file: term.file }
}

/** Place of the first line of a term's restatement that has some words, or of its first line. */
export function placeInBody({ files }: Pick<LibraryReading, 'files'>, term: Term, words: string): Place {
  const source = files.get(term.inheritedFrom ?? term.license)?.terms.get(term.topic)?.source
  if (!source) return { file: term.file }
  const at = source.body.split('\n').findIndex((line) => line.includes(words))
  return { file: term.file, line: source.bodyLine + Math.max(at, 0), column: 1 }
}

/**
 * Place of some words in a file: of the longest run of their first words that stands on one line, since a slot or a
 * line break may part them in the file.
 */
export function placeOfWords({ folder }: Reader, file: string, words: string): Place {
  const lines = (contentAt(folder, file) ?? '').split('\n')
  const list = words.split(/\s+/)
  for (let length = list.length; length > 0; length -= 1) {
    const sought = list.slice(0, length).join(' ')
    const at = lines.findIndex((line) => line.includes(sought))
    if (at >= 0) return { file, line: at + 1, column: lines[at]!.indexOf(sought) + 1 }
  }
  return { file }
}

/** `llama-3.2/trademarks`, and where it is inherited from. */
export function nameOf(term: Term | Absence): string {
  const name = `${term.license}/${term.topic}`
  return term.inheritedFrom ? `${name} (inherited from ${term.inheritedFrom})` : name
}
