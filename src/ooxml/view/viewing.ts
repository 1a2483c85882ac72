import type { Counter } from '../numbering/counter.ts'
import type { Omissions } from './omission.ts'
import type { View } from './types.ts'

/** What a view is made with. */
export interface Viewing {
  view: View
  hidden: boolean
  counter: Counter
  omissions: Omissions
}
