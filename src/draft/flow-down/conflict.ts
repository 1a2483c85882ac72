/** Something that the facts say against an addendum. */
export interface AddendumConflict {
  /** Id of the record in `clauses/contradictions.yaml`, or of the limit of a license. */
  id: string
  /** One sentence without its full stop, with the sections that it rests on. */
  reason: string
  /** Whether no addendum is drafted because of it. */
  stops: boolean
  /** The fact to look at first. */
  fact: string
  waysOut: string[]
}
