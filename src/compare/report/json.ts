import type { Comparison, Pair, PairSide } from '../types.ts'
import { changesOf } from './select.ts'
import type { ReportOptions } from './types.ts'

/** The comparison as JSON, two spaces an indent. docs/comparison.schema.json describes it. */
export function jsonReport(
  comparison: Comparison,
  { changed = false, notes = [] }: ReportOptions = {},
): string {
  const { left, right, summary, pairs, ...rest } = changed ? changesOf(comparison) : comparison
  return `${JSON.stringify({ left, right, notes, summary, ...rest, pairs: pairs.map(jsonPair) }, null, 2)}\n`
}

function jsonPair({ left, right, status, moved, pieces, ...rest }: Pair) {
  return {
    ...(left && { left: jsonSide(left) }),
    ...(right && { right: jsonSide(right) }),
    status,
    moved,
    ...rest,
    pieces,
  }
}

/** The three things that every reader of the file wants come first. */
function jsonSide({ section, heading, text, ...rest }: PairSide) {
  return { section, heading, text, ...rest }
}
