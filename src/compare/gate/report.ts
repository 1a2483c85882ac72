import type { GateFinding, GateReport, GateVerdict } from './types.ts'

const verdicts: Record<GateVerdict, string> = {
  same: 'is the agreed text: the same words',
  typography: 'is the agreed text but for its typography',
  order: 'has the agreed clauses in another order',
  blanks: 'is the agreed text with blanks filled in',
  different: 'is not the agreed text, or was not read whole',
}

const kinds: Record<GateFinding['kind'], string> = {
  words: 'other words',
  blank: 'blank filled in',
  order: 'at another place',
  typography: 'typography',
  beside: 'beside the words',
  unread: 'not read',
}

/** Most findings of one kind that are shown; all are in the JSON. */
const MOST = 40
/** Most signs of a passage that are shown. */
const LONGEST = 300

/** The answer of the gate for people: the verdict, and each thing that was found with its place. */
export function gateReport(report: GateReport): string {
  const { verdict, agreed, toSign, findings, notes } = report
  const lines = [`${toSign.id} ${verdicts[verdict]} (${agreed.id}).`]
  const shown = new Map<string, number>()
  for (const finding of findings) {
    const count = (shown.get(finding.kind) ?? 0) + 1
    shown.set(finding.kind, count)
    if (count <= MOST) lines.push(`- ${findingLine(finding)}`)
  }
  for (const [kind, count] of shown)
    if (count > MOST)
      lines.push(`- ${kinds[kind as GateFinding['kind']]}: ${count - MOST} more (--format json)`)
  for (const note of notes) lines.push(`Note: ${note}`)
  return `${lines.join('\n')}\n`
}

function findingLine({ kind, place, agreed, toSign, reason }: GateFinding): string {
  const where = place === '' ? '' : `, ${place}`
  const why = reason ? ` (${reason})` : ''
  if (kind === 'order') return `${kinds[kind]}${where}: ${quoted(agreed)}${why}`
  const words =
    agreed === ''
      ? `has ${quoted(toSign)}, the agreed text has not`
      : toSign === ''
        ? `lacks ${quoted(agreed)} of the agreed text`
        : `${quoted(agreed)} → ${quoted(toSign)}`
  return `${kinds[kind]}${where}: ${kind === 'unread' ? agreed || toSign : words}${why}`
}

function quoted(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  return `“${words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words}”`
}
