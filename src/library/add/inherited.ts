import { type Agreement, clausesOf } from '../../agreement/index.ts'
import { dateLineOf } from '../date-line.ts'
import { placesOf, wordsOfSection } from '../match.ts'
import { fillSlots } from '../slots.ts'
import type { License, Term } from '../types.ts'
import { withoutVersion, withSlots } from '../without-version.ts'

/** Whether a term of the license that is extended stands in a new text, and where. */
export interface Standing {
  same: boolean
  /** Its sections in the new text, those of them that are found. */
  sections: string[]
  /** Sections that stand under another number: from the old path to the new. */
  moved: Record<string, string>
}

/**
 * Looks for a term of the license that is extended in the text of the new one: by its quotes, and by the whole words of
 * its sections where the old text is here.
 */
export function standingOf(
  term: Term,
  parent: { license: License; agreement?: Agreement | undefined },
  heir: { license: License; agreement: Agreement },
): Standing {
  const moved: Record<string, string> = {}
  let same = true
  for (const { section, text } of term.quotes) {
    const quote = fillSlots(withSlots(text, parent.license), heir.license.slots)
    const place = placeOf(heir.agreement, quote, section)
    if (place === undefined) same = false
    else if (place !== section) moved[section] = place
  }
  const sections = term.sections.flatMap((path) => {
    const here = moved[path] ?? path
    const words = wordsOfSection(heir.agreement, here)
    if (words === undefined) {
      same = false
      return []
    }
    const before = parent.agreement && wordsOfSection(parent.agreement, path)
    if (parent.agreement && before !== undefined) {
      const law = lawIn(before, parent.license, parent.agreement)
      if (law !== lawIn(words, heir.license, heir.agreement)) same = false
    }
    return [here]
  })
  return { same, sections, moved }
}

/** The section that has a quote once: the one where it stood, else the only other one. */
function placeOf(agreement: Agreement, quote: string, section: string): string | undefined {
  const hasOnce = (words: string | undefined) => words !== undefined && placesOf(words, quote).length === 1
  if (hasOnce(wordsOfSection(agreement, section))) return section
  const others = clausesOf(agreement).filter(({ text }) => hasOnce(text))
  return others.length === 1 ? others[0]!.path : undefined
}

/** The words that count: without the version's name and date, case, shape of quotation marks and kind of dash. */
function lawIn(words: string, { slots }: License, agreement: Agreement): string {
  const date = dateLineOf(agreement)?.words
  const values = Object.entries({ ...slots, ...(date === undefined ? {} : { release_date: date }) })
  const small = Object.fromEntries(values.map(([name, value]) => [name, value.toLowerCase()]))
  return withoutVersion(words.toLowerCase(), { slots: small })
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/- /g, '-')
}
