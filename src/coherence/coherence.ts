import { againstClient } from './rule/against-client.ts'
import { amounts } from './rule/amounts.ts'
import { law } from './rule/law.ts'
import { lowerCase } from './rule/lower-case.ts'
import { measures } from './rule/measures.ts'
import { reference } from './rule/reference.ts'
import { rightsEnd } from './rule/rights-end.ts'
import { survival } from './rule/survival.ts'
import { twoMeanings } from './rule/two-meanings.ts'
import { undefinedTerm } from './rule/undefined-term.ts'
import type { CoherenceMessage, CoherencePaper, CoherenceRule } from './types.ts'

const rules: readonly CoherenceRule[] = [
  undefinedTerm,
  lowerCase,
  twoMeanings,
  reference,
  survival,
  rightsEnd,
  measures,
  law,
  amounts,
  againstClient,
]

/**
 * What does not fit together in the papers of one deal, read as they will stand: each license as amended, the letter, an
 * addendum. It knows no license; it reads words.
 *
 * @param papers in the order in which a reader has them
 * @returns messages in the order of the rules and of the papers, each thing once
 * @example coherenceOf([paperOf(parseAgreement(source), 'their-paper')])
 */
export function coherenceOf(papers: readonly CoherencePaper[]): CoherenceMessage[] {
  const messages = rules.flatMap((rule) => rule(papers))
  const seen = new Set<string>()
  return messages.filter((message) => {
    const line = coherenceLine(message)
    if (seen.has(line)) return false
    seen.add(line)
    return true
  })
}

/** A message as a compiler writes one: paper, place, what, rule. */
export function coherenceLine({ paper, place, reason, rule }: CoherenceMessage): string {
  return `${paper}: ${place}: ${reason} (${rule})`
}
