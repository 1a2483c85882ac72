import type { RootContent } from 'mdast'
import type { ListedGroup } from '../show/types.ts'
import { code, heading, inline, paragraph, table } from './blocks.ts'

/** Lists as a page; a kind that the library has nothing of is named, so that nobody looks for it. */
export function listPage(groups: ListedGroup[]): RootContent[] {
  return groups.flatMap(({ title, items }) => [
    heading(2, title),
    items.length === 0
      ? paragraph('None.')
      : table(
          ['Id', 'Title', 'Note'],
          items.map((item) => [inline(code(item.show)), item.title, item.note]),
        ),
  ])
}
