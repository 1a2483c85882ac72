import { elementsOf, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { storyParts } from '../story-parts.ts'
import { isMark } from './decision.ts'

/** Tracked changes that a file had before it was compared. */
export interface Earlier {
  side: 'left' | 'right'
  author: string
  /** Marks of words, ends of paragraphs, rows and cells, and changes of looks. */
  changes: number
}

/** The tracked changes of a file by author, in the order in which these come. */
export function earlierChanges(side: Earlier['side'], file: WordPackage): Earlier[] {
  const counts = new Map<string, number>()
  const visit = (element: XmlElement) => {
    const author = element.attributes['w:author'] ?? ''
    if (isMark(element) || /^w:\w+Change$/.test(element.name))
      counts.set(author, (counts.get(author) ?? 0) + 1)
    elementsOf(element).forEach(visit)
  }
  for (const { name } of storyParts(file)) visit(file.xml(name).root)
  return [...counts].map(([author, changes]) => ({ side, author, changes }))
}
