import { timestamp } from '../package/properties.ts'
import { xmlText } from '../package/xml-text.ts'

/** Who makes the tracked changes of a file, and when. */
export interface RevisionAuthor {
  author: string
  /** ISO 8601: a day, or a day and time. */
  date: string
}

/** The attributes of one tracked change (ECMA-376 part 1, 17.13.5). */
export interface RevisionMark {
  id: number
  author: string
  date: string
}

/** Gives the next change its mark; a change of typography alone has an author of its own. */
export type NextMark = (typography?: boolean) => RevisionMark

/**
 * Hands out the marks of a file's tracked changes, each with an id of its own. `docx` numbers bookmarks from 1, and
 * Word wants ids unique over both, so these start far above.
 */
export function revisionMarks({ author, date }: RevisionAuthor): NextMark {
  const name = xmlText(author)
  const made = timestamp(date)
  let last = 100_000
  return (typography = false) => {
    last += 1
    return { id: last, author: typography ? `${name} (typography)` : name, date: made }
  }
}
