import type { Root } from 'mdast'
import type { FrontMatter } from '../template/front-matter.ts'
import type { DraftMessage } from '../types.ts'
import { emptySections } from './empty-sections.ts'
import { passagesOf } from './passages.ts'
import { spacing } from './spacing.ts'
import { straightQuotes } from './straight-quotes.ts'
import { terms } from './terms.ts'

/** What a careful reader marks before a document leaves the house. Blanks and references are found before. */
export function check(tree: Root, front: FrontMatter, exact: () => readonly string[]): DraftMessage[] {
  const passages = passagesOf(tree)
  return [
    ...terms(tree, passages, front, exact),
    ...emptySections(tree),
    ...passages.flatMap(spacing),
    ...passages.flatMap(straightQuotes),
  ]
}
