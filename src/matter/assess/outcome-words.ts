import type { PathOutcome, RiskLevel } from '../types.ts'

/** What an outcome says to the client. */
export const outcomeWords: Record<PathOutcome, string> = {
  'not-usable': 'not usable for this',
  'separate-license': 'a separate license is needed',
  'not-decided': 'not decided',
  'clarify-with-meta': 'clarify with Meta',
  'go-with-duties': 'go, with duties',
  go: 'go',
}

/** Worst first, as they stand above. */
export const outcomes = Object.keys(outcomeWords) as PathOutcome[]

/** `high (4×4)`: the level with likelihood and impact. */
export function levelWords({ level, likelihood, impact }: RiskLevel): string {
  return `${level} (${likelihood}×${impact})`
}
