import type { Clause } from '../../agreement/index.ts'
import type { Answers } from './score.ts'
import { stretchesOf } from './stretch.ts'
import type { Unit, Units } from './unit.ts'

/** A line of a form is not longer. */
const longestLine = 120
/** What a line is of: `Name: …`, `Version 1.2, November 2002`. */
const LABEL = /^\p{L}[\p{L}\p{M} ./’'-]{0,30}:(?=\s)|^version(?=\s+\d)/iu

/**
 * Answers what a form asks with what was filled in, between the same neighbours: lines with the same label, as often in
 * both (`Name: [Name]`, `Name: Anthony Stark`; `Version 1.2, …`, `Version 1.3, …`), and a placeholder alone in its place (`[COMPANY NAME]`). Adds to `answers`.
 */
export function matchForm(units: Units, answers: Answers): void {
  for (const { ones, others } of stretchesOf(units, answers)) {
    const there = byLabel(others)
    for (const [label, lines] of byLabel(ones)) {
      const filled = there.get(label) ?? []
      if (filled.length === lines.length)
        lines.forEach((line, at) => {
          answer(answers, line, filled[at]!)
        })
    }
  }
  for (const { ones, others } of stretchesOf(units, answers)) {
    const [[one, ...more], [other, ...rest]] = [ones, others]
    if (!one || !other || more.length + rest.length > 0) continue
    if (isLine(one.clause) && isLine(other.clause) && [one, other].some(isPlaceholder))
      answer(answers, one, other)
  }
}

function answer(answers: Answers, left: Unit, right: Unit): void {
  answers.left[left.order] = right.order
  answers.right[right.order] = left.order
}

function isLine({ kind, text }: Clause): boolean {
  return kind !== 'table' && text.length <= longestLine
}

/** A line that says only what belongs there: `[Date]`, `{name}`, `____`. */
function isPlaceholder({ clause }: Unit): boolean {
  return /^(?:\[[^\]]+\]|\{[^}]+\}|<[^>]+>|_{3,})[.,;]?$/.test(clause.text)
}

/** Lines by the label that they begin with, in order. */
function byLabel(units: readonly Unit[]): Map<string, Unit[]> {
  const labels = new Map<string, Unit[]>()
  for (const unit of units) {
    const label = isLine(unit.clause) ? LABEL.exec(unit.clause.text)?.[0] : undefined
    if (label === undefined) continue
    const known = labels.get(label.toLowerCase())
    if (known) known.push(unit)
    else labels.set(label.toLowerCase(), [unit])
  }
  return labels
}
