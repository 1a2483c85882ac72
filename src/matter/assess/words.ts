import type { PathOutcome, RiskLevel } from '../types.ts'

/** What an outcome says to the client. */
export const outcomeWords: Record<PathOutcome, string> = {
  'community-license-is-enough': 'the community license is enough',
  'clarify-in-a-side-letter': 'clarify in a side letter',
  'separate-license-needed': 'a separate license is needed',
  'not-usable': 'not usable for this',
  open: 'open',
}

/** `high (4×4)`: the level with likelihood and impact. */
export function levelWords({ level, likelihood, impact }: RiskLevel): string {
  return `${level} (${likelihood}×${impact})`
}
