import type { Place } from '../../problem.ts'
import type { Compared, CompareTask } from './compare.ts'

/** What a thread is asked to do. */
export interface Task {
  compare: CompareTask
}

/** What it answers. */
export type Answer = { done: Compared } | { problem: { rule: string; message: string; place: Place } }
