import { Problem } from '../../problem.ts'
import { Slots } from './slot.ts'
import type { Missing } from './value.ts'

/** A missing fact that a template prints or asks about, and where. */
export interface Gap {
  missing: Missing
  file: string
  line: number
}

/** What one rendering gathers; helpers find it in their data as `rendering`. */
export class Rendering {
  readonly slots = new Slots()
  readonly gaps: Gap[] = []

  /** A blank in place of a missing fact; whether blanks are allowed is decided when all are known. */
  blank(missing: Missing, file: string, line: number): string {
    this.gaps.push({ missing, file, line })
    return this.slots.add(missing)
  }

  /**
   * @throws Problem at the first gap, with the question to answer
   */
  requireWhole(): void {
    const [first] = this.gaps
    if (!first) return
    const facts = new Set(this.gaps.map(({ missing }) => missing.fact || missing.words))
    const { fact, question, words } = first.missing
    const more = facts.size === 1 ? '' : ` (and ${facts.size - 1} more: ${[...facts].slice(1).join(', ')})`
    throw new Problem(
      'missing-fact',
      `needs ${fact === '' ? words : `the fact ${fact}`}, which the matter does not give: ${question}${more} Answer it in the matter, or draft with blanks (--allow-blanks)`,
      { file: first.file, line: first.line, ...(fact !== '' && { fact: fact.replaceAll('[]', '[0]') }) },
    )
  }
}
