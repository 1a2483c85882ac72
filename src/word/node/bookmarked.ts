import { Bookmark, BookmarkEnd, BookmarkStart, type ParagraphChild } from 'docx'
import type { State } from './types.ts'

/**
 * Words that a reference can point at. `docx` counts the ids of bookmarks over the whole process, so that a second
 * file would have other bytes than the first: the id is set here.
 */
export function bookmarked(state: State, id: string, words: readonly ParagraphChild[]): ParagraphChild[] {
  if (id === '') return [...words]
  const number = state.nextBookmark()
  const name = state.bookmark(id)
  const bookmark = new Bookmark({ id: name, children: words })
  return [Object.assign(bookmark, { start: new BookmarkStart(name, number), end: new BookmarkEnd(number) })]
}
