/** What `clean` takes out, each unless it is kept. */
export const cleanKinds = ['properties', 'comments', 'hidden', 'custom-parts', 'revision-ids'] as const

export type CleanKind = (typeof cleanKinds)[number]

/** Something that was taken out. */
export interface Removed {
  kind: CleanKind
  /** What, for people: a part's name, `2 comments`. */
  what: string
}
