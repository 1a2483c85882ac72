import { Problem } from '../../problem.ts'
import { Slots } from './slot.ts'
import type { Missing } from './value.ts'

/** A missing fact that a template prints or asks about, and where. */
export interface Gap {
  missing: Missing
  file: string
  line: number
}

/** What a document takes at most: ours have a hundredth of it. */
const mostSteps = 500_000
const mostDepth = 40
const mostWords = 4_000_000

function endless(file: string, what: string, line?: number): Problem {
  return new Problem('template', `cannot be filled in: it ${what}`, {
    file,
    ...(line !== undefined && { line }),
  })
}

/** What one rendering gathers; helpers find it in their data as `rendering`. */
export class Rendering {
  readonly slots = new Slots()
  readonly gaps: Gap[] = []
  #steps = 0
  #depth = 0

  /**
   * Fills in a template or a partial of it, which a house may have written.
   *
   * @throws Problem where it calls itself, or goes on and on
   */
  within(file: string, fill: () => string): string {
    this.step(file)
    this.#depth += 1
    if (this.#depth > mostDepth) throw endless(file, 'calls itself, or is called by what it calls')
    const words = this.bounded(fill(), file)
    this.#depth -= 1
    return words
  }

  /** Counts a value, a block or a partial. */
  step(file: string, line?: number): void {
    this.#steps += 1
    if (this.#steps > mostSteps) throw endless(file, 'repeats itself without end', line)
  }

  /** Words that were filled in, as long as a document can have so many. */
  bounded(words: string, file: string, line?: number): string {
    if (words.length > mostWords) throw endless(file, 'makes more words than any document has', line)
    return words
  }

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
