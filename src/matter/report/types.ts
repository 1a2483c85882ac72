import type { Library } from '../../library/index.ts'
import type { Assessment, Change } from '../index.ts'

/** What a report is made of. */
export interface ReportInput {
  /** Title of the matter. */
  title: string
  assessment: Assessment
  /** What the changed facts do, in a what-if. */
  changes?: Change[]
  library: Library
}
