import type { Pair } from '../types.ts'

/** So many changes are shown of a topic, those with numbers first. */
const mostShown = 3
const mostWords = 8
/** Clauses with a smaller share of words in common are other clauses: no single change of words tells that. */
const leastCommon = 0.4

/** The words that changed in clauses, as they stand there: `“may” → “must”`; of figures `700 → 500 million`. */
export function changedWords(pairs: readonly Pair[]): string[] {
  const changes = pairs
    .filter(({ left, right, status }) => left && right && status === 'changed')
    .flatMap(changesOf)
  const withNumber = (change: string) => (/\d/.test(change) ? 0 : 1)
  const shown = [...new Set(changes)].sort((a, b) => withNumber(a) - withNumber(b)).slice(0, mostShown)
  const more = new Set(changes).size - shown.length
  return more > 0 ? [...shown, `${more} more`] : shown
}

function changesOf({ pieces }: Pair): string[] {
  const length = (op: string) =>
    pieces.filter((piece) => piece.op === op).reduce((sum, { text }) => sum + text.length, 0)
  const equal = 2 * length('equal')
  if (equal < leastCommon * (equal + length('delete') + length('insert'))) return []
  const changes: string[] = []
  let [from, to] = ['', '']
  const close = () => {
    if (/[\p{L}\p{N}]/u.test(from + to)) changes.push(figures(from, to) ?? `${quoted(from)} → ${quoted(to)}`)
    from = to = ''
  }
  for (const { op, text, typography } of pieces) {
    if (op === 'equal' || typography) close()
    else if (op === 'delete') from += text
    else to += text
  }
  close()
  return changes
}

/** A figure that became another of the same unit: `700 → 500 million`. */
function figures(from: string, to: string): string | undefined {
  const [left, right] = [from, to].map((text) => /^(\d[\d.,]*)(?: (\p{L}[\p{L} ]*))?$/u.exec(text.trim()))
  if (!left || !right || left[2] !== right[2]) return undefined
  return `${left[1]} → ${right[1]}${right[2] === undefined ? '' : ` ${right[2]}`}`
}

function quoted(text: string): string {
  const words = text.trim().split(/\s+/)
  if (words[0] === '') return 'nothing'
  return `“${words.slice(0, mostWords).join(' ')}${words.length > mostWords ? ' …' : ''}”`
}
