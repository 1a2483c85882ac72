import type { Comparison, Pair, PairSide } from '../types.ts'
import { jsonFormOne } from './json-form-one.ts'
import { changesOf } from './select.ts'
import type { ReportOptions } from './types.ts'

/** What the JSON can be asked for. */
export interface JsonOptions extends ReportOptions {
  /** Which form: 2, or 1, the form before use policies and notes were compared too. */
  schema?: 1 | 2
}

/** The comparison as JSON, two spaces an indent. docs/comparison.schema.json describes it. */
export function jsonReport(
  comparison: Comparison,
  { changed = false, notes = comparison.notes, schema = 2 }: JsonOptions = {},
): string {
  const kept = changed ? changesOf(comparison) : comparison
  if (schema === 1) return write(jsonFormOne(kept, notes))
  const { left, right, notes: _, summary, summaryBy, unread, leftOut, alone, pairs, ...rest } = kept
  return write({
    schema,
    left,
    right,
    notes,
    unread,
    leftOut,
    alone,
    summary,
    summaryBy,
    ...rest,
    pairs: pairs.map(jsonPair),
  })
}

function write(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function jsonPair({ document, story, left, right, status, moved, pieces, ...rest }: Pair) {
  return {
    document,
    story,
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
