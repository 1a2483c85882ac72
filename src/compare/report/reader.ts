import type { Comparison } from '../types.ts'
import { guardLines } from './guard.ts'
import type { ReportOptions } from './types.ts'
import { typographyLine, withoutTypography } from './typography.ts'

/** A comparison as it is shown to people. */
export interface ForReader {
  /** Without the changes of typography alone, unless they are asked for. */
  comparison: Comparison
  /** What stands at the top of a report, each a line: what was not read, what was left out, what must be known. */
  lines: string[]
}

/** Makes a comparison ready for a report that people read. */
export function forReader(
  comparison: Comparison,
  { typography = false, notes = comparison.notes }: ReportOptions,
): ForReader {
  const counted = typography ? undefined : typographyLine(comparison.pairs)
  return {
    comparison: typography ? comparison : withoutTypography(comparison),
    lines: [...guardLines(comparison), ...notes, ...(counted === undefined ? [] : [counted])],
  }
}
