import { encodePart, openPackage, type WordPackage, writePackage } from '../../ooxml/index.ts'
import { storyParts } from '../story-parts.ts'
import { decisionOf, type Resolution } from './decision.ts'
import { resolvePart, type Trace } from './part.ts'

/**
 * A Word file with its tracked changes accepted or rejected, in body, headers, notes, comments and boxes; a part that
 * has none keeps its bytes.
 *
 * @throws Problem where the file cannot be read
 * @example resolveWord(bytes, { as: 'accept', author: 'Opposing counsel' })
 */
export function resolveWord(bytes: Uint8Array, resolution: Resolution): Uint8Array {
  return resolvePackage(openPackage(bytes), resolution)
}

/** The same for an open file. */
export function resolvePackage(file: WordPackage, resolution: Resolution, trace?: Trace): Uint8Array {
  const changes = new Map<string, Uint8Array>()
  for (const [name, text] of resolvedTexts(file, resolution, trace))
    changes.set(name, encodePart({ ...file.xml(name), text }))
  return writePackage(file, changes)
}

/** The markup of those parts of which something is resolved, by their names. */
export function resolvedTexts(file: WordPackage, resolution: Resolution, trace?: Trace): Map<string, string> {
  const decide = decisionOf(resolution)
  const texts = new Map<string, string>()
  for (const name of resolvedParts(file)) {
    const part = file.xml(name)
    const text = resolvePart(part.root, part.text, decide, trace)
    if (text !== part.text) texts.set(part.name, text)
  }
  return texts
}

/** Parts that may hold tracked changes: the stories, and styles and numbers, whose looks are tracked. */
function resolvedParts(file: WordPackage): string[] {
  const others = file
    .relationships(file.main)
    .filter(
      ({ type, external }) => !external && (type === 'styles' || type === 'numbering' || type === 'comments'),
    )
    .map(({ target }) => target)
    .filter((name) => file.has(name))
  return [...storyParts(file).map(({ name }) => name), ...others]
}
