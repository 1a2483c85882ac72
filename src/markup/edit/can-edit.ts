import { Problem } from '../../problem.ts'
import { leavesOf } from './leaves.ts'
import { spotOf, takeOut } from './operations.ts'
import type { Stretch } from './types.ts'

/** Whether words of a file can be changed where they stand: not those that a field works out, or an equation among them. */
export function canEdit({ paragraph, start, end }: Stretch): boolean {
  try {
    const leaves = leavesOf(paragraph)
    takeOut(new Map(), leaves, spotOf(leaves, start, end))
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}
