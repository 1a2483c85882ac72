/** What every report can be asked for. */
export interface ReportOptions {
  /** Whether clauses without a change (identical or cosmetic, at the same place) are left out. */
  changed?: boolean
  /** What a reader must know first, each one or two sentences; the comparison's own unless given. */
  notes?: readonly string[]
  /** Whether differences of typography alone (quotation marks, hyphens, spaces) are shown as changes. */
  typography?: boolean
  /** Whether it goes to the other side, and says nothing of who made it. */
  outbound?: boolean
}
