import type { PathOutcome, RiskLevel } from '../../matter/index.ts'

/** A number with separators. */
export const number = (value: number) => value.toLocaleString('en-US')

/** Words that stay text in Markdown, on one line. */
export const plain = (text: string) => text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&').replace(/\s+/g, ' ')

/** `a, b and c`. */
export const listed = (items: string[]) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

/** A table of Markdown; cells are Markdown on one line. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** What an outcome says to the client. */
export const outcomes: Record<PathOutcome, string> = {
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
