/** Whether words stand in both texts, in the one before the changes alone, or in the one after them alone. */
export type Op = 'equal' | 'delete' | 'insert'

/** Words of a paragraph that share their fate and their look. */
export interface TrackedRun {
  op: Op
  /** May hold a tab, after the number of a clause. */
  text: string
  /** Whether they belong to the heading with which the clause starts. */
  heading: boolean
  /** Id of the remark that explains the change. */
  remark?: string
  /** Whether it is a change of typography alone, which is tracked under a name of its own. */
  typography?: true
}

/** A number that Word counts to by itself: the list that it is of, and its level there. */
export interface ListNumber {
  reference: string
  level: number
}

/** A paragraph whose words and whose end may be tracked changes. */
export interface TrackedParagraph {
  /** Id of its style after the changes. */
  style: string
  /** Id of its style before the changes, where it differs. */
  styleBefore?: string
  /** Its number, where Word counts to it; else it stands among the runs. */
  number?: ListNumber
  runs: TrackedRun[]
  /** Fate of the paragraph's end: a deleted one joins the next paragraph on accepting, an inserted one on rejecting. */
  mark: Op
}
