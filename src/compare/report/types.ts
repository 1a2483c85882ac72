/** What every report can be asked for. */
export interface ReportOptions {
  /** Whether clauses without a change (identical or cosmetic, at the same place) are left out. */
  changed?: boolean
  /** What a reader must know first, each one or two sentences, such as that restatements are compared. */
  notes?: readonly string[]
}
