import { elementsOf, escapeXml, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { storyParts } from '../story-parts.ts'
import type { By } from '../tokens/types.ts'

/** Makes the marks of tracked changes: each with an id of its own in the whole file. */
export interface Marks {
  /** The attributes of a mark, `w:id="7" w:author="…" w:date="…"`; with an id where it has one that another knows. */
  attributes(by?: By, id?: number): string
}

/**
 * @param prefix of the names of WordprocessingML in the part, `w:`
 * @param own whose the changes are that no file tracks
 */
export function marksIn(ids: Ids, prefix: string, own: By): Marks {
  return {
    attributes(by = own, id = ids.next()) {
      const date = by.date === undefined ? '' : ` ${prefix}date="${escapeXml(by.date)}"`
      return `${prefix}id="${id}" ${prefix}author="${escapeXml(by.author)}"${date}`
    },
  }
}

/** Ids that nothing in a file has yet. */
export interface Ids {
  next(): number
}

/** Ids after the highest that anything in the stories of a file has. */
export function idsAfter(file: WordPackage): Ids {
  let last = 0
  const visit = (element: XmlElement) => {
    const id = Number(element.attributes['w:id'])
    if (Number.isInteger(id) && id > last && id < 0x70000000) last = id
    elementsOf(element).forEach(visit)
  }
  const comments = file
    .relationships(file.main)
    .filter(({ type, target }) => type === 'comments' && file.has(target))
    .map(({ target }) => target)
  for (const name of [...storyParts(file).map((part) => part.name), ...comments]) visit(file.xml(name).root)
  return {
    next() {
      last += 1
      return last
    },
  }
}
