import { escaped } from '../../pattern.ts'
import type { CoherencePaper } from '../types.ts'

/** The names of the parties of a paper, as patterns without groups that take a possessive along. */
export interface Parties {
  us: string
  them: string
  both: string
}

const theirs =
  'meta(?: platforms)?(?:,? inc\\.| ireland limited)?|we|our|(?:the )?(?:vendor|licensor|supplier|reseller|provider)'
const everyone = 'each|either|a|any|every|the other|both|neither'

/** Who is who in a paper: our client by what the paper calls it, the other side, and whoever may be either. */
export function partiesOf({ client = [] }: Pick<CoherencePaper, 'client'>): Parties {
  const names = client.map(escaped)
  const own = [...new Set(names)].sort((a, b) => b.length - a.length)
  const others = theirs
    .split('|')
    .filter((name) => !own.some((one) => one.toLowerCase() === name.toLowerCase()))
    .join('|')
  return {
    us: own.length === 0 ? '(?!)' : String.raw`\b(?:${own.join('|')})(?:[’']s?|r|rs)?(?![\w])`,
    them: String.raw`\b(?:${others})(?:[’']s?)?(?![\w])`,
    both: String.raw`\b(?:(?:${everyone}) part(?:y|ies)(?:[’']s?)?|the parties[’']?)(?![\w])`,
  }
}
